import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { test } from '@playwright/test';

const run = promisify(execFile);

/** A person's mouse and keyboard on a screen. Browsers take such input for a user's gesture. */
export interface Hands {
	/** Clicks at a point of the screen, in pixels. Button 1 is the left one, 3 the right one. */
	click(x: number, y: number, button?: 1 | 3): Promise<void>;
	/** Presses keys one after another, by their X names: `Down`, `Return`, `ctrl+a`. */
	press(...keys: string[]): Promise<void>;
	type(text: string): Promise<void>;
	/** Does something that opens a window or a menu, and resolves when one that was not there is on the screen. */
	opening(act: () => Promise<void>): Promise<void>;
	/**
	 * Resolves when the screen has shown nothing new for a second: a window that opened has stopped moving and takes
	 * input. A caret that blinks shows the same two screens in turn.
	 */
	untilStill(): Promise<void>;
	/** Saves the whole screen as a PNG, menus, prompts and panel included. */
	shoot(path: string): Promise<void>;
}

/** Milliseconds between two looks at the screen. Without a window manager there is no event to wait for. */
const LOOK_MS = 50;
const STILL_MS = 1000;
/** A limit for what never opens. A menu that opens on a busy machine may take seconds. */
const OPENS_WITHIN_MS = 30_000;

/** X refuses a call about a window that has closed meanwhile. */
const isAboutGoneWindow = (error: unknown) => error instanceof Error && error.message.includes('BadWindow');

export function handsOn(display: string): Hands {
	const env = { ...process.env, DISPLAY: display };
	const asBytes = { env, encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
	const xdotool = async (...args: string[]) => (await run('xdotool', args, { env })).stdout;

	/**
	 * The ids of the windows, menus and bubbles on the screen, which are mapped right below the root. xdotool first
	 * lists them and then asks for each, so it fails with BadWindow when one closes in between. Such a list is thrown
	 * away and made again.
	 */
	const listWindows = async (): Promise<ReadonlySet<string>> => {
		for (;;) {
			try {
				const ids = await xdotool('search', '--onlyvisible', '--maxdepth', '1', '--name', '.*');
				return new Set(ids.split('\n').filter((id) => id !== ''));
			} catch (error) {
				if (!isAboutGoneWindow(error)) throw error;
			}
		}
	};

	const shoot = async (path: string) => {
		await run('import', ['-window', 'root', path], { env });
	};

	return {
		async click(x, y, button = 1) {
			await xdotool('mousemove', String(x), String(y), 'click', String(button));
		},
		async press(...keys) {
			for (const key of keys) await xdotool('key', '--clearmodifiers', key);
		},
		async type(text) {
			await xdotool('type', '--', text);
		},
		async opening(act) {
			const before = await listWindows();
			const hasOpened = async () => {
				const windows = await listWindows();
				// The windows are compared, and not counted: another one may close while this one opens.
				return [...windows].some((id) => !before.has(id));
			};
			await act();
			const deadline = Date.now() + OPENS_WITHIN_MS;
			while (!(await hasOpened())) {
				if (Date.now() > deadline) {
					const path = test.info().outputPath('screen.png');
					await shoot(path);
					throw new Error(`Nothing opened on the screen: ${path} shows what was there instead.`);
				}
				await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
			}
		},
		async untilStill() {
			const seen = new Set<string>();
			let sinceMs = Date.now();
			while (Date.now() - sinceMs < STILL_MS) {
				const { stdout } = await run('import', ['-window', 'root', 'rgb:-'], asBytes);
				const looks = createHash('sha1').update(stdout).digest('hex');
				if (!seen.has(looks)) sinceMs = Date.now();
				seen.add(looks);
			}
		},
		shoot,
	};
}
