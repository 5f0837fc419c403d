import { resolve } from 'node:path';
import { NAMES_OF_OURS, posingAs, SHADOWED_DOCUMENT, SHADOWED_FORM } from '../../hostile/pages/names.ts';
import { BarInPage, selectByPointer } from '../harness/bar-in-page.ts';
import { expect, test } from '../harness/chromium.ts';
import { readInTab } from '../harness/read-in-tab.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { openPage, turnOn } from './bar-on.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/clobbering-pages');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

/** More than goes in one piece. */
const LONG = Array.from(
	{ length: 4_000 },
	(_, at) => `<p>Paragraph ${at} of a page, longer than a piece.</p>`,
);

test('case 330: a page whose elements have the names of what our scripts leave there is attached and written into', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const body = `${posingAs(NAMES_OF_OURS)}<main><h1>On windows</h1>${LONG.join('')}</main><textarea>Teh cat sat.</textarea>`;
	const page = await openPage(extension, { body });
	const options = await extension.open('options.html');
	await page.locator('textarea').focus();
	const asked = { address: page.url(), text: 'The cat sat.', how: 'replace' as const };
	expect(await writeInTab(options, asked)).toEqual({ written: 'written', seen: 'Teh cat sat.' });
	await expect(page.locator('textarea')).toHaveValue('The cat sat.');
	await options.close();

	const { page: panel } = chatOn(await extension.open('sidepanel.html'));
	await panel.getByRole('button', { name: 'Attach' }).click();
	await panel.getByRole('menuitem', { name: 'This page' }).click();
	await panel.getByRole('button', { name: /^This page: On windows · 100%/ }).click();
	const text = panel.getByRole('dialog').getByRole('textbox', { name: 'What is sent of the page' });
	expect(await text.inputValue()).toMatch(/Paragraph 0 of[\s\S]*Paragraph 3999 of/);
});

test('case 331: where names pose as members of the document and of a form, a selection is read, a field is written into, and the bar asks', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('shadowed', [{ token: 'So.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const body = `${SHADOWED_DOCUMENT}<p id="text">What the user sees.</p><textarea>Teh cat sat.</textarea>
		<form id="editor" contenteditable>${SHADOWED_FORM}Teh dog ran.</form>`;
	const page = await openPage(extension, { body });
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toContain('Explain');

	const options = await extension.open('options.html');
	expect(await options.evaluate(readInTab, page.url())).toMatchObject({
		selected: 'What the user sees.',
		field: '',
	});
	await page.locator('textarea').focus();
	const asked = { address: page.url(), text: 'The cat sat.', how: 'replace' as const };
	expect(await writeInTab(options, asked)).toEqual({ written: 'written', seen: 'Teh cat sat.' });
	await expect(page.locator('textarea')).toHaveValue('The cat sat.');
	// The tools of the test stumble over such a form, too.
	const editor = () =>
		page.evaluate(() => {
			const form = Reflect.get(globalThis, 'editor');
			HTMLElement.prototype.focus.call(form);
			return Reflect.get(HTMLElement.prototype, 'innerText', form);
		});
	expect(await editor()).toBe('Teh dog ran.');
	expect(await options.evaluate(readInTab, page.url())).toMatchObject({ field: 'Teh dog ran.' });
	const other = { ...asked, text: 'The dog ran.' };
	expect(await writeInTab(options, other)).toEqual({ written: 'written', seen: 'Teh dog ran.' });
	expect(await editor()).toBe('The dog ran.');
	await options.close();

	await page.bringToFront();
	await selectByPointer(page, '#editor');
	await expect.poll(() => bar.names()).toContain('Explain');
	await bar.click('Explain');
	const { messages } = await server.waitForRequest((one) => one.model === model);
	expect(messages[0]?.content).toContain('The dog ran.');
});
