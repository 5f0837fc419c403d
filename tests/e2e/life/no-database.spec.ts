import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { askInPopup } from '../../life/ask-in-popup.ts';
import { startLife } from '../../life/start-life.ts';
import { untilAnswered } from '../../life/until-shown.ts';
import { test } from '../harness/server.ts';

const UNSAVED = 'This answer isn’t saved yet.';

test('case 62: an answer that the database refuses is shown, said to be unsaved, and saved as soon as it can be', async ({
	server,
	endpoint,
}) => {
	const life = await startLife(['only']);
	try {
		const driver = await life.driver('only');
		// A file where the browser wants the database's folder: no database can be opened.
		const database = join(
			life.profile,
			'Default/IndexedDB',
			`chrome-extension_${life.id('only')}_0.indexeddb.leveldb`,
		);
		mkdirSync(dirname(database), { recursive: true });
		writeFileSync(database, '');

		const model = server.script('refused', [{ token: 'Here I am.' }, { done: true }]);
		const id = await askInPopup(driver, { endpoint, model, text: 'Are you there?' });
		const { questions, answers } = await untilAnswered(driver, id, 'Here I am.');
		expect(questions).toEqual(['Are you there?']);
		expect(answers).toEqual([{ text: expect.stringContaining(UNSAVED), isBusy: false }]);

		rmSync(database);
		await driver.call('ask', id, 'Is there room?');
		await server.waitForRequest(({ messages }) => messages.length === 3);
		const { answers: later } = await untilAnswered(driver, id, 'Here I am.');
		expect(later).toEqual([expect.anything(), { text: 'Here I am.', isBusy: false }]);
		await life.crash();
		const reborn = await life.driver('only');
		const next = await reborn.call('open', 'popup.html');
		await reborn.call('press', next, 'History');
		await reborn.call('press', next, 'Are you there?');
		expect(await untilAnswered(reborn, next, 'Here I am.')).toEqual({
			questions: ['Are you there?', 'Is there room?'],
			answers: Array(2).fill({ text: 'Here I am.', isBusy: false }),
		});
	} finally {
		await life.close();
	}
});
