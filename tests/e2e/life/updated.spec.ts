import { expect } from '@playwright/test';
import { askInPopup } from '../../life/ask-in-popup.ts';
import { startLife } from '../../life/start-life.ts';
import { untilAnswered } from '../../life/until-shown.ts';
import { numberVersion } from '../harness/number-version.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { test } from '../harness/server.ts';

/** A background without work is ended after half a minute. */
const IDLE_AND_MORE_MS = 60_000;

test('case 281: an update keeps the settings and the chats, and welcomes nobody again', async ({
	server,
	endpoint,
}) => {
	test.setTimeout(240_000);
	const update = { dir: '', version: '' };
	const life = await startLife(['only'], ({ dir }) => {
		Object.assign(update, { dir, version: numberVersion(dir, '0.0.9') });
	});
	try {
		const { model, next } = createPacedModel(server, 'updated', ['Kept.']);
		const before = await life.driver('only');
		const asked = await askInPopup(before, { endpoint, model, text: 'Will it be there?' });
		next();
		next();
		await untilAnswered(before, asked, 'Kept.');
		numberVersion(update.dir, update.version);
		await before.call('reloadExtension');

		const after = await life.driver('only');
		const id = await after.call('open', 'popup.html');
		await after.call('press', id, 'History');
		await after.call('press', id, 'Will it be there?');
		expect(await untilAnswered(after, id, 'Kept.', IDLE_AND_MORE_MS)).toMatchObject({
			questions: ['Will it be there?'],
			answers: [{ isBusy: false }],
		});
		server.script('updated', [{ token: 'Still here.' }, { done: true }]);
		await after.call('press', id, 'New chat');
		await after.call('ask', id, 'And now?');
		await untilAnswered(after, id, 'Still here.', IDLE_AND_MORE_MS);
		// The driver's page and the chat in it, and no welcome.
		expect(await after.call('countTabs')).toBe(2);
	} finally {
		await life.close();
	}
});
