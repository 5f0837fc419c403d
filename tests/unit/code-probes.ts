/** Code that the linter must refuse or allow, by the file in which it stands. */

export const FORBIDDEN_CODE: readonly [file: string, code: string][] = [
	['utils/lockchat/probe.ts', "await import('../chat/tree.ts');"],
	['utils/run/probe.ts', "export * from '../../components/chat/services/targets.ts';"],
	['utils/store/probe.ts', "import type { Browser } from 'wxt/browser';"],
	['components/chat/answer/probe.ts', "void fetch('https://example.com');"],
	['components/chat/answer/probe.ts', 'void browser.runtime;'],
	['components/markdown/code/probe.worker.ts', "void fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', "void self.fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', "void globalThis.fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', 'const { fetch: ask } = self; void ask;'],
	['components/markdown/code/probe.worker.ts', "new WebSocket('wss://example.com');"],
	['components/markdown/code/probe.worker.ts', "importScripts('https://example.com/x.js');"],
	['utils/chat/probe.worker.ts', "void fetch('https://example.com');"],
	['utils/chat/probe.worker.ts', "void self.fetch('https://example.com');"],
];

export const ALLOWED_CODE: readonly [file: string, code: string][] = [
	[
		'components/markdown/code/probe.worker.ts',
		"addEventListener('message', ({ data }) => postMessage(data));",
	],
	['utils/lockchat/probe.ts', "void fetch('https://example.com');"],
];

/** Two files that import from each other, and whether the linter refuses that. */
export const CIRCLES: readonly [what: string, isRefused: boolean, one: string, other: string][] = [
	[
		'values of each other',
		true,
		"import { two } from './OTHER'; export const one = () => two;",
		"import { one } from './OTHER'; export const two = () => one;",
	],
	[
		'a value, and a type of the one who reads it',
		false,
		"import { two } from './OTHER'; export interface One { two: typeof two }",
		"import type { One } from './OTHER'; export const two = (one: One) => one;",
	],
	[
		'types of each other',
		false,
		"import type { Two } from './OTHER'; export interface One { two: Two }",
		"import type { One } from './OTHER'; export interface Two { one: One }",
	],
];
