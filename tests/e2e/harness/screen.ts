import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** An X display of the tests' own, so that their clicks never reach the desktop of the person who runs them. */
export interface Screen {
	/** The value for the environment variable DISPLAY. */
	display: string;
	close(): Promise<void>;
}

const SIZE = '1280x900x24';

/** Xvfb takes the first free display and writes its number to the pipe. */
async function readDisplay(xvfb: ChildProcess): Promise<string> {
	const pipe = xvfb.stdio[3];
	if (!pipe || !('setEncoding' in pipe)) throw new Error('Xvfb has no pipe to tell its display.');
	const failed = once(xvfb, 'exit').then(([code]) => {
		throw new Error(`Xvfb ended with ${code}`);
	});
	const [number] = await Promise.race([once(pipe, 'data'), failed]);
	return `:${String(number).trim()}`;
}

export async function startScreen(): Promise<Screen> {
	const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SIZE, '-nolisten', 'tcp'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
	});
	const display = await readDisplay(xvfb);
	return {
		display,
		async close() {
			const ended = once(xvfb, 'exit');
			xvfb.kill();
			await ended;
		},
	};
}
