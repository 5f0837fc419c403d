import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { extensionDir } from '../e2e/harness/extension-dir.ts';

/** `npm start` as a process of its own. Everything that it leaves is in a folder that is deleted with it. */
export interface StartRun {
	/** The folder of its copy of the extension, its profile and its picture. */
	folder: string;
	/** Everything that it has printed so far. */
	printed(): string;
	/** The same of its errors. */
	complained(): string;
	/** Resolves when it has printed this. If it ends before, rejects with everything that it has printed. */
	untilPrinted(words: string): Promise<void>;
	isRunning(): boolean;
	/** Interrupts it, as Ctrl+C in the terminal does. */
	interrupt(): void;
	/** Its exit code; null if a signal ended it. */
	exitCode: Promise<number | null>;
	/** Ends it if it still runs, and deletes its folder. */
	close(): Promise<void>;
}

export interface StartOptions {
	args?: readonly string[];
	/** The model server that it is told to use, so that it asks none that happens to run on this computer. */
	modelServer: string;
	/** The X display; left out, the process has none. */
	display?: string;
	/** The folder of a start before it, which deletes it; a new one when left out. */
	folder?: string;
}

/** A folder with copies of the extension for both browsers. */
function createFolder(): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lockchat-start-')));
	for (const browser of ['chrome', 'firefox'] as const)
		cpSync(extensionDir(browser), join(folder, `${browser}-mv3`), { recursive: true });
	return folder;
}

export function runStart({ args = [], modelServer, display, folder: given }: StartOptions): StartRun {
	const folder = given ?? createFolder();
	const child = spawn(process.execPath, [resolve(import.meta.dirname, '../../scripts/start.mjs'), ...args], {
		env: {
			...process.env,
			LOCKCHAT_EXTENSION_DIR: folder,
			LOCKCHAT_URL: modelServer,
			LANGUAGE: 'en',
			DISPLAY: display,
			WAYLAND_DISPLAY: undefined,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	let complaints = '';
	child.stdout.setEncoding('utf8').on('data', (text) => {
		printed += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text) => {
		complaints += text;
	});
	const closed = once(child, 'close');
	const isRunning = () => child.exitCode === null && child.signalCode === null;

	return {
		folder,
		printed: () => printed,
		complained: () => complaints,
		async untilPrinted(words) {
			const isPrinted = () => printed.includes(words);
			const ended = closed.then(() => {
				if (!isPrinted()) throw new Error(`It ended without “${words}”. It said:\n${printed}\n${complaints}`);
			});
			while (!isPrinted()) await Promise.race([once(child.stdout, 'data'), ended]);
		},
		isRunning,
		interrupt: () => void child.kill('SIGINT'),
		exitCode: closed.then(() => child.exitCode),
		async close() {
			if (isRunning()) child.kill();
			await closed;
			if (given === undefined) rmSync(folder, { recursive: true, force: true });
		},
	};
}
