import { expect } from '@playwright/test';
import type { Endpoint } from '../../utils/lockchat/types.ts';
import type { ExtensionApi } from '../e2e/harness/extension-api.ts';
import type { LockchatServer, Step } from '../lockchat-server/types.ts';
import { CANARY } from './bait.ts';
import { askInPage } from './watch/ask-in-page.ts';
import { FORBIDDEN, inspectWindow } from './watch/inspect-window.ts';
import { type LeakServer, startLeakServer } from './watch/leak-server.ts';
import { type MainThreadTime, watchMainThread } from './watch/main-thread-time.ts';
import type { Realm } from './watch/realm.ts';
import { watchWindow } from './watch/watch-window.ts';

declare const chrome: ExtensionApi;

/** The longest frame that the product should have, by the main thread's own clock. A longer one is written to the console. */
const LONGEST_FRAME_MS = 200;
/**
 * A frame of this length fails the test. Other processes share the caches and the cores, and earlier tests have left garbage
 * in the browser: a thread's own time has grown to more than three times as much on a busy machine. What freezes a window
 * takes many seconds for answers of this size.
 */
const FREEZE_MS = 5 * LONGEST_FRAME_MS;

/** A browser with the extension in it, Chromium or Firefox. */
export interface HostileBrowser {
	seed(settings: { endpoints: Endpoint[] }): Promise<void>;
	/** Opens a page of the extension and waits until something is drawn in it. */
	open(page: 'sidepanel.html' | 'options.html'): Promise<Realm>;
}

/** What a look at a window finds. */
interface Report {
	/** What is in the page and should not be, in words. */
	problems: string[];
	/** What the page's policy refused, which means that something was tried. */
	violations: string[];
	/** Forbidden elements that were in the page, even for a moment. */
	intruders: string[];
	/** Frames of `FREEZE_MS` and more since the last look, in milliseconds of the main thread's own. */
	slow: number[];
	/** Whether a script of the corpus has run. */
	isRun: boolean;
}

const CLEAN: Report = { problems: [], violations: [], intruders: [], slow: [], isRun: false };

/** A window that gets hostile answers, and is watched from outside. */
export interface HostileWindow {
	realm: Realm;
	leak: LeakServer;
	/** Asks in a new chat, has the server answer by these steps, and then inspects the window. */
	ask(asking: { name: string; steps: readonly Step[]; question?: string }): Promise<string>;
	report(): Promise<Report>;
	/** Inspects the window: nothing forbidden may have been drawn, run or refused, and nothing may have been slow. */
	look(name: string): Promise<void>;
	/** Checks that nothing was sent anywhere, and that nothing has changed without a request of the user's. */
	end(): Promise<void>;
}

const MODEL = 'script:hostile';

/** Settings and tabs of the browser: what an answer would change if it could act. */
const readState = (realm: Realm) =>
	realm.evaluate(async () => {
		const [stored, tabs] = await Promise.all([chrome.storage.local.get(null), chrome.tabs.query({})]);
		return { stored, tabs: tabs.map(({ id }) => id) };
	}, null);

export async function openHostileWindow(
	browser: HostileBrowser,
	{ server, endpoint }: { server: LockchatServer; endpoint: Endpoint },
): Promise<HostileWindow> {
	const leak = await startLeakServer();
	await browser.seed({ endpoints: [{ ...endpoint, models: [MODEL] }] });
	const realm = await browser.open('sidepanel.html');
	await realm.evaluate(watchWindow, { forbidden: FORBIDDEN, longMs: LONGEST_FRAME_MS });
	const clock: MainThreadTime = watchMainThread();
	const before = await readState(realm);
	const askedBefore = server.requests.length;
	let asked = 0;

	async function report(): Promise<Report> {
		const problems = await realm.evaluate(inspectWindow, FORBIDDEN);
		const { violations, intruders, longFrames } = await realm.evaluate(() => {
			const { watched } = window;
			return { ...watched, longFrames: watched.longFrames.splice(0) };
		}, null);
		const long = longFrames
			.map(({ start, end }) => Math.round(clock.ranBetween(start, end)))
			.filter((ran) => ran >= LONGEST_FRAME_MS);
		if (long.length > 0) console.info(`Frames over ${LONGEST_FRAME_MS} ms: ${long.join(', ')} ms`);
		const slow = long.filter((ran) => ran >= FREEZE_MS);
		const isRun = await realm.evaluate((canary) => canary in window, CANARY);
		return { problems, violations, intruders, slow, isRun };
	}

	async function look(name: string): Promise<void> {
		expect.soft(await report(), name).toEqual(CLEAN);
	}

	return {
		realm,
		leak,
		look,
		report,
		async ask({ name, steps, question = name }) {
			server.script('hostile', steps);
			asked += 1;
			const shown = await realm.evaluate(askInPage, { question, isNew: true });
			await look(name);
			return shown;
		},
		async end() {
			expect(await readState(realm)).toEqual(before);
			expect(server.requests.length - askedBefore).toBe(asked);
			expect(leak.requests).toEqual([]);
			clock.stop();
			await leak.close();
		},
	};
}
