import { expect } from '@playwright/test';
import { askInPopup } from '../../life/ask-in-popup.ts';
import type { Driver } from '../../life/driver-commands.ts';
import { startLife } from '../../life/start-life.ts';
import { untilAnswered } from '../../life/until-shown.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { test } from '../harness/server.ts';

/** A background without work is ended after half a minute. */
const IDLE_AND_MORE_MS = 60_000;

async function openChat(driver: Driver): Promise<number> {
	const id = await driver.call('open', 'popup.html');
	await driver.call('press', id, 'History');
	await driver.call('press', id, 'Will it be there?');
	return id;
}

/** What both browsers do to the pages of an extension that is reloaded: they close them, panels too. */
test('case 68: a reloaded extension leaves no window that would reconnect, and its answer is in the history, interrupted', async ({
	server,
	endpoint,
}) => {
	test.setTimeout(240_000);
	const life = await startLife(['only']);
	try {
		const { model, next } = createPacedModel(server, 'reloaded', ['Saved', ' words']);
		const driver = await life.driver('only');
		await askInPopup(driver, { endpoint, model, text: 'Will it be there?' });
		await driver.call('open', 'sidepanel.html');
		next();
		await expect.poll(() => driver.call('savedText')).toBe('Saved');
		await driver.call('reloadExtension');
		await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);

		let after = await life.driver('only');
		expect(await after.call('countTabs')).toBe(1);
		let id = await openChat(after);
		// On a busy machine, at times nothing reaches the background that Chromium starts after a reload. The window connects
		// again and again, and is heard once that one has idled out, or else only after the next reload.
		if ((await untilAnswered(after, id, 'Saved', IDLE_AND_MORE_MS).catch(() => null)) === null) {
			await after.call('reloadExtension');
			after = await life.driver('only');
			id = await openChat(after);
		}
		expect(await untilAnswered(after, id, 'Saved', IDLE_AND_MORE_MS)).toEqual({
			questions: ['Will it be there?'],
			answers: [{ text: expect.stringContaining('This answer was interrupted.'), isBusy: false }],
		});
		server.script('reloaded', [{ token: ' words.' }, { done: true }]);
		await after.call('press', id, 'Continue');
		expect((await untilAnswered(after, id, 'Saved words.')).answers).toHaveLength(1);
	} finally {
		await life.close();
	}
});
