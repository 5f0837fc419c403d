import type { startServer } from '../lockchat-server/start-server.mjs';
import type { launchExtension } from './extension.mjs';
import type { Row } from './table.mjs';

/** What every part of the bench measures with. */
export interface Bench {
	server: Awaited<ReturnType<typeof startServer>>;
	extension: Awaited<ReturnType<typeof launchExtension>>;
	barePageUrl: string;
	reactPageUrl: string;
}

/** A part of the bench: it gives its figures as they were measured, and the rows of the table. */
export type Part = (bench: Bench, isQuick: boolean) => Promise<{ figures: unknown; rows: Row[] }>;
