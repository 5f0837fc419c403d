import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { readSavedText } from '../harness/saved-text.ts';

const RELOAD = `(async () => {
	const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
	await (await AddonManager.getAddonByID('lockchat@lockchat.app')).reload();
})()`;

test('case 68: in Firefox too a reloaded extension leaves no window, and its answer is in the history, interrupted', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'reloaded', ['Saved', ' words']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	await ask(page, 'Will it be there?');
	next();
	await expect.poll(() => readSavedText(page)).toBe('Saved');
	await evaluatePrivileged(extension.browser, RELOAD);
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	const urls = async () => (await extension.browser.pages()).map((open) => open.url());
	await expect.poll(urls).not.toContainEqual(expect.stringContaining('sidepanel.html'));

	const after = await extension.open('sidepanel.html');
	await after.locator(byRole('button', 'History')).click();
	await after.locator('::-p-text(Will it be there?)').click();
	await expect
		.poll(() => readChat(after))
		.toMatchObject({
			questions: ['Will it be there?'],
			answers: [expect.stringMatching(/^Saved\s*This answer was interrupted\./)],
			isBusy: false,
		});
});
