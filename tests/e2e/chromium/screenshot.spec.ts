import { resolve } from 'node:path';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access-to-shoot');

/** A chat in a tab, and in front of it a page in one colour, of which a screenshot is asked for. */
async function shoot(extension: ChromiumExtension) {
	const { page: chat } = chatOn(await extension.open('sidepanel.html'));
	const page = await extension.context.newPage();
	await page.route('**/*', (route) =>
		route.fulfill({ contentType: 'text/html', body: '<title>Teal</title><body style="background:#008080">' }),
	);
	await page.goto('http://teal.test/');
	await page.bringToFront();
	await chat.getByRole('button', { name: 'Attach' }).click();
	await chat.getByRole('menuitem', { name: 'Screenshot' }).click();
	return chat;
}

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
		const small = chat.locator('form').getByRole('img', { name: 'Image: Screenshot' });
		await expect(small).toBeVisible();
		const colour = await small.evaluate((image: HTMLImageElement) => {
			const canvas = document.createElement('canvas');
			const context = canvas.getContext('2d');
			context?.drawImage(image, 0, 0);
			return [...(context?.getImageData(20, 20, 1, 1).data ?? [])];
		});
		expect(colour).toEqual([0, 128, 128, 255]);
	});
});
