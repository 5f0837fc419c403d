import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Hands, handsOn } from '../e2e/harness/hands.ts';
import { startScreen } from '../e2e/harness/screen.ts';
import { type ControlServer, startControlServer } from './control-server.ts';
import { copyExtension, type ExtensionCopy } from './copy-extension.ts';
import type { Driver } from './driver-commands.ts';
import { startUnattendedChromium } from './unattended-chromium.ts';

/** A browser without a debugger, on a screen of its own. It has copies of the extension, each with a driver page. */
export interface Life {
	control: ControlServer;
	hands: Hands;
	/** The folder of the browser's profile. */
	profile: string;
	/** The id of a copy. */
	id(name: string): string;
	/** Opens an address in a new tab. */
	visit(url: string): Promise<void>;
	/** Opens a copy's driver page, in a tab of its own. */
	driver(name: string): Promise<Driver>;
	/** Kills the browser and starts it again with the same profile. */
	crash(): Promise<void>;
	close(): Promise<void>;
}

const STARTS_WITHIN_MS = 5_000;

/**
 * @param names of the copies. Each has a background, settings and chats of its own, so that one being kept alive does not
 * keep the others alive
 * @param prepare changes a copy before it is loaded
 */
export async function startLife(
	names: readonly string[],
	prepare: (copy: ExtensionCopy, name: string) => unknown = () => undefined,
): Promise<Life> {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'lockchat-life-')));
	const copies = new Map(
		names.map((name) => {
			const dir = join(folder, name);
			mkdirSync(dir);
			const copy = copyExtension(dir);
			prepare(copy, name);
			return [name, copy];
		}),
	);
	const control = await startControlServer();
	const screen = await startScreen();

	const profile = join(folder, 'profile');
	const id = (name: string) => {
		const copy = copies.get(name);
		if (!copy) throw new Error(`There is no copy ${name}.`);
		return copy.id;
	};
	// Without this, an unpacked extension that is reloaded stays switched off.
	const preferences = { extensions: { ui: { developer_mode: true } } };
	mkdirSync(join(profile, 'Default'), { recursive: true });
	writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
	const start = () =>
		startUnattendedChromium({
			display: screen.display,
			profile,
			extensions: [...copies.values()].map(({ dir }) => dir),
		});
	let browser = await start();
	let visits = 0;

	return {
		control,
		hands: handsOn(screen.display),
		profile,
		id,
		visit: (url) => browser.visit(url),
		async driver(name) {
			// A page that is opened before its extension is loaded stays blocked for ever, and no event says when it is loaded.
			for (;;) {
				visits += 1;
				const visit = `${name}-${visits}`;
				const query = new URLSearchParams({ name: visit, control: control.url });
				await browser.visit(`chrome-extension://${id(name)}/driver.html?${query}`);
				if (await control.hasDriver(visit, STARTS_WITHIN_MS)) return control.driver(visit);
			}
		},
		async crash() {
			await browser.kill();
			browser = await start();
		},
		async close() {
			await browser.close();
			await screen.close();
			await control.close();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
