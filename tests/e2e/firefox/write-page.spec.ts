import type { Writing } from '../../../utils/page/field/write.ts';
import type { Fields } from '../../editors/fields.ts';
import { byRole } from '../harness/by-role.ts';
import { startFieldsServer } from '../harness/fields-server.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { writeInTab } from '../harness/write-in-tab.ts';

declare const fields: Fields;

/** The words that are written. */
const TEXT = 'The <b>cat</b> sat. On the mat.';

test('cases 264 and 266: the field with the cursor is offered once the page may be reached, and fields of every kind take an answer', async ({
	extension,
	endpoint,
	server,
}) => {
	const pages = await startFieldsServer();
	try {
		const model = server.script('writes in firefox', [{ token: 'The cat sat.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await extension.browser.newPage();
		await page.goto(pages.url);
		await page.waitForFunction(() => 'fields' in globalThis);
		const words = (name: string) => page.evaluate((of) => fields.words(of), name);
		await page.evaluate(() => fields.focus('textarea'));

		const panel = await extension.open('sidepanel.html');
		await ask(panel, 'Correct it.');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['The cat sat.'], isBusy: false });
		await (await panel.waitForSelector('article:last-of-type button[aria-label="More"]'))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'Write into the page…')))?.click();
		await panel.waitForSelector('[role=alert]');
		// Every prompt is answered with yes here.
		await (await panel.waitForSelector(byRole('button', 'Allow on all sites')))?.click();
		await panel.waitForSelector('::-p-xpath(//ins[text()="The"])');
		expect(await words('textarea')).toBe('Teh cat sat.');
		await (await panel.waitForSelector(byRole('button', 'Replace')))?.click();
		await expect.poll(() => words('textarea')).toBe('The cat sat.');

		await page.bringToFront();
		const undo = async () => {
			await page.keyboard.down('Control');
			await page.keyboard.press('z');
			await page.keyboard.up('Control');
		};
		await undo();
		await expect.poll(() => words('textarea')).toBe('Teh cat sat.');
		const text = 'The <b>cat</b> sat.\n\nOn the mat.';
		const names = await page.evaluate(() => fields.names());
		expect(names.length).toBeGreaterThanOrEqual(17);
		for (const name of names)
			for (const [how, after] of Object.entries({ replace: TEXT, below: `Teh cat sat. ${TEXT}` })) {
				await page.evaluate((of) => fields.focus(of), name);
				const asked = { address: pages.url, text, how: how as Writing['how'] };
				expect([name, how, await writeInTab(panel, asked)]).toEqual([
					name,
					how,
					{ written: 'written', seen: 'Teh cat sat.' },
				]);
				expect([name, how, await words(name)]).toEqual([name, how, after]);
				await undo();
				await expect.poll(() => words(name), `${name}, ${how}`).toBe('Teh cat sat.');
			}
	} finally {
		await pages.close();
	}
});
