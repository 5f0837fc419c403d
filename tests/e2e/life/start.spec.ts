import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { serveOnlyModel } from '../../life/only-model.ts';
import { runStart, type StartOptions, type StartRun } from '../../life/run-start.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { startScreen } from '../harness/screen.ts';
import { test } from '../harness/server.ts';
import { startPageServer } from './page-server.ts';

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** Where `npm start` puts the demonstration when it can. */
const DEMONSTRATION_PORT = 8976;

/** Takes that port, unless somebody has it already: it is taken then, too, which is all that the test needs. */
async function takeDemonstrationPort() {
	const server = createServer((socket) => socket.destroy());
	server.listen(DEMONSTRATION_PORT, '127.0.0.1');
	try {
		await once(server, 'listening');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
		return { close: async () => undefined };
	}
	return {
		async close() {
			server.close();
			await once(server, 'close');
		},
	};
}

/** The process that owns a profile: Chromium writes its host and id into a link. */
const ownerOf = (profile: string) => Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));

function isAlive(id: number): boolean {
	try {
		return process.kill(id, 0);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
		throw error;
	}
}

const HEADLESS: { where: string; options: Pick<StartOptions, 'args' | 'display'> }[] = [
	{ where: 'without a display', options: {} },
	// A window could not be opened there.
	{ where: 'that is told to be headless', options: { args: ['--headless'], display: ':nowhere' } },
];

for (const { where, options } of HEADLESS) {
	test(`npm start ${where} asks about a selection, prints the answer as it comes, and leaves a picture`, async ({
		server,
	}) => {
		const pieces = ['Looms', ' came', ' first.'];
		const { model, next } = createPacedModel(server, 'start', pieces);
		const modelServer = await serveOnlyModel(server.url, model);
		const start = runStart({ ...options, modelServer: modelServer.url });
		try {
			await start.untilPrinted(`runs at ${modelServer.url}: ${model}.`);
			const { messages } = await server.waitForRequest((asked) => asked.model === model);
			// Each piece is sent when the one before it has been printed, so none of them waits for the end.
			for (const [index] of pieces.entries()) {
				next();
				await start.untilPrinted(pieces.slice(0, index + 1).join(''));
			}
			next();
			expect(await start.exitCode, start.complained()).toBe(0);

			const [, answer, rest = ''] = start.printed().split(/Lockchat is asked to explain it\.|How it looks: /);
			const [shot = '', ...told] = rest.split('\n');
			expect(answer?.trim()).toBe('Looms came first.');
			expect(shot).toBe(join(start.folder, 'start.png'));
			expect(told.filter((line) => line.startsWith('  npm '))).toHaveLength(3);
			expect(readFileSync(shot).subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);

			// The extension read the page itself: the menu's own text has no line breaks.
			expect(messages[0]?.content).toMatch(
				/Title: Try Lockchat\nURL: http:\/\/127\.0\.0\.1:\d+\/\n+Around .* punched cards\.\n+Charles Babbage/,
			);
			expect(server.requests).toHaveLength(1);
		} finally {
			await start.close();
			await modelServer.close();
		}
	});
}

test('npm start in Firefox asks about a passage, in Russian, and leaves a picture', async ({ server }) => {
	const model = server.script('start in Firefox', [{ token: 'Ткацкие станки.' }, { done: true }]);
	const modelServer = await serveOnlyModel(server.url, model);
	const args = ['--browser', 'firefox', '--lang', 'ru', '--upstream', modelServer.url];
	const start = runStart({ args, modelServer: 'http://127.0.0.1:9' });
	try {
		expect(await start.exitCode, start.complained()).toBe(0);
		expect(start.printed()).toContain('Ткацкие станки.');
		const [, shot = ''] = /How it looks: (.*)/.exec(start.printed()) ?? [];
		expect(readFileSync(shot).subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
		expect(server.requests.map(({ messages }) => messages[0]?.content)).toEqual([
			expect.stringMatching(/^Объясни это: .*Чарльз Бэббидж/),
		]);
	} finally {
		await start.close();
		await modelServer.close();
	}
});

const ENDS: { when: string; end(start: StartRun, browser: number): unknown }[] = [
	{ when: 'it is interrupted', end: (start) => start.interrupt() },
	{ when: 'its browser is closed', end: (_, browser) => process.kill(browser) },
];

for (const { when, end } of ENDS) {
	test(`npm start with a display keeps a connected browser open until ${when}, also where its ports are taken`, async () => {
		const stranger = await startPageServer({ '/v1/models': { type: 'application/json', body: 'null' } });
		const port = await takeDemonstrationPort();
		const screen = await startScreen();
		const start = runStart({ modelServer: stranger.url, display: screen.display });
		try {
			await start.untilPrinted('Lockchat is open in the side panel.');
			const [, demonstration = ''] = /the demonstration answers, at (\S+)\.\n/.exec(start.printed()) ?? [];
			expect(Number(new URL(demonstration).port)).not.toBe(DEMONSTRATION_PORT);
			expect((await fetch(`${demonstration}/v1/models`)).status).toBe(200);
			const browser = ownerOf(join(start.folder, 'profile'));
			expect([start.isRunning(), isAlive(browser)]).toEqual([true, true]);

			const again = runStart({
				modelServer: stranger.url,
				display: screen.display,
				folder: start.folder,
			});
			expect(await again.exitCode).toBe(1);
			expect(again.complained()).toContain('Lockchat is open already');
			expect([start.isRunning(), isAlive(browser)]).toEqual([true, true]);

			end(start, browser);
			expect(await start.exitCode, start.complained()).toBe(0);
			expect(isAlive(browser)).toBe(false);
		} finally {
			await start.close();
			await screen.close();
			await port.close();
			await stranger.close();
		}
	});
}
