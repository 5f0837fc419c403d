import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { playLastRun } from '../../life/scenarios/last-run-ends.ts';
import { playWithoutWindows } from '../../life/scenarios/no-windows.ts';
import { playSilentAnswer } from '../../life/scenarios/silent-answer.ts';
import { type Life, startLife } from '../../life/start-life.ts';
import { withoutKeepAlive } from '../../life/without-keep-alive.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer } from '../../lockchat-server/types.ts';

/** Outlives the idle kill, which comes after 30 s, twice; the whole case is 360. */
const COUNTED_SECONDS = Number(process.env.LOCKCHAT_LONG_SECONDS ?? 80);
const HALVES = [{ token: 'Before' }, { wait: 60_000 }, { token: ' and after.' }, { done: true }] as const;

type Scenes = ReturnType<typeof playAll>;

/**
 * Starts all scenarios. In most of them nothing but time passes, so they run side by side, each in a copy of the
 * extension with a background of its own, and each test waits for its own.
 */
function playAll(server: LockchatServer, life: Life) {
	const endpoint = {
		id: 'test',
		name: 'Test',
		url: server.url,
		models: [],
		supportsStream: true,
		needsAuth: false,
	};
	const scene = (copy: string) => ({ life, copy, server, endpoint });
	return {
		lateHeaders: playSilentAnswer(
			scene('late-headers'),
			[{ wait: 75_000 }, { token: 'Late, but here.' }, { done: true }],
			'Late',
		),
		silence: playSilentAnswer(scene('silence'), HALVES, 'Before'),
		mortal: playSilentAnswer(scene('mortal'), HALVES, 'Before'),
		withoutWindows: playWithoutWindows(scene('without-windows'), COUNTED_SECONDS),
		lastRun: playLastRun(scene('last-run')),
	};
}

let server: LockchatServer;
let life: Life;
let scenes: Scenes;
let whenPlayed: Promise<unknown>;

test.beforeAll(async () => {
	server = await startServer();
	life = await startLife(
		['late-headers', 'silence', 'mortal', 'without-windows', 'last-run'],
		(copy, name) => name === 'mortal' && withoutKeepAlive(copy),
	);
	scenes = playAll(server, life);
	// A scenario that fails is told by the test that waits for it, which may come later.
	whenPlayed = Promise.allSettled(Object.values(scenes));
});

test.afterAll(async () => {
	test.setTimeout(150_000 + COUNTED_SECONDS * 1_000);
	// Not all tests may be run, and a browser that is closed in the middle of a scene leaves its files in use. A scene that
	// hangs must not keep the browser open.
	await Promise.race([whenPlayed, delay(90_000 + COUNTED_SECONDS * 1_000, null, { ref: false })]);
	await life.close();
	await server.close();
});

test.beforeEach(() => test.setTimeout(150_000 + COUNTED_SECONDS * 1_000));

test('without the keep-alive the browser kills a background whose server is silent', async () => {
	const { isAborted, lastedMs, shown } = await scenes.mortal;
	expect(isAborted).toBe(true);
	expect(lastedMs).toBeGreaterThan(20_000);
	expect(lastedMs).toBeLessThan(HALVES[1].wait);
	expect(shown.answers).toEqual([
		{ text: expect.stringMatching(/^Before\s*This answer was interrupted\./), isBusy: false },
	]);
});

test('case 52: an answer survives 60 s of silence in its middle', async () => {
	const { shown, ...rest } = await scenes.silence;
	expect(shown.answers).toEqual([{ text: 'Before and after.', isBusy: false }]);
	expect(rest).toMatchObject({ isAborted: false, requests: 1 });
	expect(rest.lastedMs).toBeGreaterThanOrEqual(60_000);
});

test('case 59: the keep-alive ends with the last answer, and the background is stopped as any idle one', async () => {
	const { endedAt, backgroundStoppedAt } = await scenes.lastRun;
	expect(backgroundStoppedAt).not.toBeNull();
	expect((backgroundStoppedAt ?? 0) - endedAt).toBeGreaterThan(20_000);
});

test('case 51: an answer arrives whose response headers took 75 s', async () => {
	const { shown, ...rest } = await scenes.lateHeaders;
	expect(shown.answers).toEqual([{ text: 'Late, but here.', isBusy: false }]);
	expect(rest).toMatchObject({ isAborted: false, requests: 1 });
	expect(rest.lastedMs).toBeGreaterThanOrEqual(75_000);
});

test(`case 53: a token a second for ${COUNTED_SECONDS} s with every window closed, and nothing is lost`, async () => {
	const { shown, sentText, isAborted, requests } = await scenes.withoutWindows;
	expect(sentText).toBe(Array.from({ length: COUNTED_SECONDS }, (_, index) => index + 1).join(' '));
	expect(shown).toEqual({ questions: ['Count.'], answers: [{ text: sentText, isBusy: false }] });
	expect({ isAborted, requests }).toEqual({ isAborted: false, requests: 1 });
});
