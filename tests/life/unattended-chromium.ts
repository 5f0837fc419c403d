import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { requireBrowser } from '../../scripts/browsers.mjs';
import { CHROMIUM_ARGS } from '../e2e/harness/chromium-args.ts';

/** A Chromium without a debugger: any attached debugger, also Playwright's, would keep the backgrounds alive. */
export interface UnattendedChromium {
	/** Opens an address in a new tab, as a click in another program does. */
	visit(url: string): Promise<void>;
	/** Ends the browser as a crash or a power cut does. */
	kill(): Promise<void>;
	close(): Promise<void>;
}

export interface UnattendedOptions {
	display: string;
	profile: string;
	/** Folders of unpacked extensions. */
	extensions: readonly string[];
}

/** Milliseconds between two looks at a profile's files, since no event says when they are written. */
const LOOK_MS = 50;

async function exitOf(browser: ChildProcess): Promise<void> {
	if (browser.exitCode === null && browser.signalCode === null) await once(browser, 'exit');
}

/** Whether a link is there, even if the file that it leads to is gone. */
const isLink = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Resolves when the browser has taken its profile. From then on, starting it again passes the addresses on to this browser. */
export async function startUnattendedChromium(options: UnattendedOptions): Promise<UnattendedChromium> {
	const { display, profile, extensions } = options;
	const start = (...args: string[]) =>
		spawn(requireBrowser('chromium'), [...CHROMIUM_ARGS, `--user-data-dir=${profile}`, ...args], {
			env: { ...process.env, DISPLAY: display },
			stdio: 'ignore',
		});

	const owned = join(profile, 'SingletonSocket');
	if (existsSync(profile)) rmSync(owned, { force: true });
	const browser = start(
		`--disable-extensions-except=${extensions.join(',')}`,
		`--load-extension=${extensions.join(',')}`,
		'--no-default-browser-check',
		'--hide-crash-restore-bubble',
		'--password-store=basic',
		'--lang=en',
		'--window-position=0,0',
		'--window-size=1280,900',
		'about:blank',
	);
	while (!isLink(owned)) {
		if (browser.exitCode !== null) throw new Error(`Chromium ended with ${browser.exitCode}.`);
		await delay(LOOK_MS);
	}

	return {
		visit: (url) => exitOf(start(url)),
		async kill() {
			browser.kill('SIGKILL');
			await exitOf(browser);
		},
		async close() {
			browser.kill();
			await exitOf(browser);
		},
	};
}
