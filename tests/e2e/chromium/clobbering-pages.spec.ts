import { resolve } from 'node:path';
import { NAMES_OF_OURS, posingAs } from '../../hostile/pages/names.ts';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { openPage } from './bar-on.ts';
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
	expect(await options.evaluate(writeInTab, asked)).toEqual({ written: 'written', seen: 'Teh cat sat.' });
	await expect(page.locator('textarea')).toHaveValue('The cat sat.');
	await options.close();

	const { page: panel } = chatOn(await extension.open('sidepanel.html'));
	await panel.getByRole('button', { name: 'Attach' }).click();
	await panel.getByRole('menuitem', { name: 'This page' }).click();
	await panel.getByRole('button', { name: /^This page: On windows · 100%/ }).click();
	const text = panel.getByRole('dialog').getByRole('textbox', { name: 'What is sent of the page' });
	expect(await text.inputValue()).toMatch(/Paragraph 0 of[\s\S]*Paragraph 3999 of/);
});
