import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectSound } from '../harness/axe.ts';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

/** Where an element stands that is drawn. */
async function boxOf(element: Locator) {
	const box = await element.boundingBox();
	if (!box) throw new Error('The element is not drawn.');
	return box;
}

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access-to-shoot');

/** A page whose left half is teal, and whose right half is maroon. */
const HALVES =
	'<title>Halves</title><body style="margin:0;height:100vh;background:linear-gradient(90deg,#008080 50%,#800000 50%)">';

/** A chat in a tab, and in front of it a page in two colours, which is to be shot by an item of the menu. */
async function shoot(extension: ChromiumExtension, item = 'Screenshot') {
	const { page: chat } = chatOn(await extension.open('sidepanel.html'));
	const page = await extension.context.newPage();
	await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: HALVES }));
	await page.goto('http://halves.test/');
	await page.bringToFront();
	await chat.getByRole('button', { name: 'Attach' }).click();
	await chat.getByRole('menuitem', { name: item }).click();
	return chat;
}

const chipOf = (chat: Page) => chat.locator('form').getByRole('img', { name: 'Image: Screenshot' });

/** An attached picture's size, and its colours at the left and at the right. */
function lookAt(small: Locator) {
	return small.evaluate((image: HTMLImageElement) => {
		const { naturalWidth: width, naturalHeight: height } = image;
		const canvas = document.createElement('canvas');
		Object.assign(canvas, { width, height });
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0);
		const colourAt = (x: number) => [...(context?.getImageData(x, 3, 1, 1).data ?? [])];
		return { width, height, left: colourAt(3), right: colourAt(width - 4) };
	});
}

const TEAL = [0, 128, 128, 255];
const MAROON = [128, 0, 0, 255];

test('case 245: without access to the tab the reason is told', async ({ extension, endpoint }) => {
	await extension.seed({ endpoints: [endpoint] });
	const chat = await shoot(extension);
	await expect(chat.getByRole('alert')).toContainText('only after a click on Lockchat’s icon in the toolbar');
});

test.describe('with access to the tab', () => {
	test.beforeAll(() => withHostAccess(OUTPUT));
	test.use({ extensionOutput: OUTPUT });

	test('case 245: what is on its screen is attached as a picture', async ({ extension, endpoint }) => {
		await extension.seed({ endpoints: [endpoint] });
		const chat = await shoot(extension);
		await expect(chipOf(chat)).toBeVisible();
		expect(await lookAt(chipOf(chat))).toMatchObject({ left: TEAL, right: MAROON });
	});

	test('case 336: the part over which the pointer is dragged is attached, in the screen’s own pixels', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const chat = await shoot(extension, 'Part of the screen…');
		const dialog = chat.getByRole('dialog', { name: 'Part of the screen' });
		const attach = dialog.getByRole('button', { name: 'Attach this part' });
		await expect(attach).toBeDisabled();
		const shot = dialog.getByRole('img', { name: 'Screenshot' });
		await expect(shot).toBeVisible();
		const whole = await shot.evaluate(({ naturalWidth, naturalHeight }: HTMLImageElement) => ({
			width: naturalWidth,
			height: naturalHeight,
		}));
		await chat.bringToFront();
		const { x, y, width, height } = await boxOf(shot);
		await chat.mouse.move(x + width * 0.1, y + height * 0.2);
		await chat.mouse.down();
		await chat.mouse.move(x + width * 0.2, y + height * 0.4);
		await chat.mouse.move(x + width * 0.4, y + height * 0.7);
		await chat.mouse.up();
		await expect(dialog.getByRole('status')).toContainText('Marked: ');
		await attach.click();
		await expect(dialog).toBeHidden();
		await expect(chipOf(chat)).toBeVisible();
		const part = await lookAt(chipOf(chat));
		expect(part).toMatchObject({ left: TEAL, right: TEAL });
		// A pixel of the small picture in the dialog is several of the screen's.
		const grain = (2 * whole.width) / width;
		expect(Math.abs(part.width - whole.width * 0.3)).toBeLessThanOrEqual(grain);
		expect(Math.abs(part.height - whole.height * 0.5)).toBeLessThanOrEqual(grain);
		await expect(chat.getByRole('textbox', { name: 'Message' })).toBeFocused();
	});

	test('case 336: with the keyboard all is marked, and its edges are moved', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const chat = await shoot(extension, 'Part of the screen…');
		const dialog = chat.getByRole('dialog', { name: 'Part of the screen' });
		await expect(dialog.getByRole('button', { name: 'Mark all of it' })).toBeFocused();
		await chat.bringToFront();
		await chat.keyboard.press('Enter');
		await expect(dialog.getByRole('status')).toContainText('Marked: ');
		await expectSound(chat, 'the part of a screenshot');
		const left = dialog.getByRole('button', { name: 'Left edge' });
		await left.focus();
		const { width } = await boxOf(dialog.getByRole('img', { name: 'Screenshot' }));
		// Shift with an arrow moves by ten pixels.
		for (let moved = 0; moved < width * 0.55; moved += 10) await chat.keyboard.press('Shift+ArrowRight');
		await dialog.getByRole('button', { name: 'Attach this part' }).press('Enter');
		await expect(chipOf(chat)).toBeVisible();
		expect(await lookAt(chipOf(chat))).toMatchObject({ left: MAROON, right: MAROON });
	});

	test('case 336: Escape leaves it, and nothing is attached', async ({ extension, endpoint }) => {
		await extension.seed({ endpoints: [endpoint] });
		const chat = await shoot(extension, 'Part of the screen…');
		const dialog = chat.getByRole('dialog', { name: 'Part of the screen' });
		await expect(dialog).toBeVisible();
		await chat.bringToFront();
		await chat.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(chat.getByRole('textbox', { name: 'Message' })).toBeFocused();
		await expect(chipOf(chat)).toBeHidden();
	});
});
