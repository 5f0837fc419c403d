import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage } from './bar-on.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/selected-frames');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

/** Attaches what is selected, and resolves to what would be sent of it. */
async function attachSelected(panel: Page): Promise<string> {
	await panel.bringToFront();
	await panel.getByRole('button', { name: 'Attach' }).click();
	await panel.getByRole('menuitem', { name: 'Selected part' }).click();
	await panel.getByRole('button', { name: /^This page: On windows/ }).click();
	const dialog = panel.getByRole('dialog');
	const text = await dialog.getByRole('textbox', { name: 'What is sent of the page' }).inputValue();
	await dialog.getByRole('button', { name: 'Remove the page' }).click();
	return text;
}

test('case 334: what is selected in a frame or in a shadow root is attached, also where it is long, and that of the frame with the keyboard first', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const lines = Array.from(
		{ length: 4_000 },
		(_, at) => `<p>Line ${at} of a long frame, of more than a piece.</p>`,
	);
	const shadow = (mode: string, words: string) =>
		`<x-${mode} id="${mode}" style="display:block"><template shadowrootmode="${mode}"><div><p>${words}</p></div></template></x-${mode}>`;
	const frame = (name: string, html: string) => `<iframe name="${name}" srcdoc="${html}"></iframe>`;
	const body = `<p id="top">At the top.</p>${shadow('open', 'In an open root.')}${shadow('closed', 'In a closed root.')}
		${frame('other', '<p>In the other frame.</p>')}${frame('long', lines.join(''))}`;
	const page = await openPage(extension, { body });
	const { page: panel } = chatOn(await extension.open('sidepanel.html'));

	for (const [name, words] of [
		['open', 'In an open root.'],
		['closed', 'In a closed root.'],
	] as const) {
		await page.bringToFront();
		const box = await page.locator(`#${name}`).boundingBox();
		await page.mouse.click((box?.x ?? 0) + 30, (box?.y ?? 0) + (box?.height ?? 0) / 2, { clickCount: 3 });
		expect(await attachSelected(panel)).toBe(words);
	}

	const selectIn = (of: string) =>
		page.frame(of)?.evaluate(() => {
			window.focus();
			getSelection()?.selectAllChildren(document.body);
		});
	await page.bringToFront();
	await page.evaluate(() => getSelection()?.removeAllRanges());
	await selectIn('other');
	expect(await attachSelected(panel)).toBe('In the other frame.');
	await page.bringToFront();
	await selectIn('long');
	expect(await attachSelected(panel)).toMatch(
		/^Line 0 of [\s\S]*\n\nLine 3999 of a long frame, of more than a piece\.$/,
	);
});
