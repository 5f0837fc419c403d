import { vi } from 'vitest';

/** Import this first where components are drawn: texts and workers need an extension around them. */
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('../../../components/markdown/code/highlight.worker.ts?worker', () => ({ default: class {} }));
