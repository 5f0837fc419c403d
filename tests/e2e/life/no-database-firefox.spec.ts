import type { Browser } from 'puppeteer-core';
import { expect, test } from '../harness/firefox.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';
import { ask, readChat } from '../harness/read-chat.ts';

/**
 * Puts a file where Firefox wants the folder of the extension's databases: none can be opened. Its settings stand in
 * another folder.
 */
async function breakDatabase(browser: Browser, uuid: string): Promise<void> {
	const file = `PathUtils.join(PathUtils.profileDir, 'storage', 'default', 'moz-extension+++${uuid}')`;
	await evaluatePrivileged(browser, `IOUtils.writeUTF8(${file}, '')`);
}

test('case 62: in Firefox too an answer that the database refuses is shown, and said to be unsaved', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('no database', [{ token: 'Here I am.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const settings = await extension.open('options.html');
	await breakDatabase(extension.browser, await settings.evaluate(() => location.host));
	const page = await extension.open('sidepanel.html');
	await ask(page, 'Are you there?');
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			questions: ['Are you there?'],
			answers: [expect.stringMatching(/^Here I am\..*This answer isn’t saved yet\./s)],
			isBusy: false,
		});
});
