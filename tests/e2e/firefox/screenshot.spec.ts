import { resolve } from 'node:path';
import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { startArticleServer } from '../headed/article-server.ts';

// Firefox lets an extension shoot a tab by a click on its icon, which no test can make, or with access to every site.
const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access-to-shoot-in-firefox');
test.beforeAll(() => withHostAccess(OUTPUT, [], 'firefox'));
test.use({ extensionOutput: OUTPUT });

test('cases 245 and 336: the tab’s screen is attached, and the part that the pointer is dragged over', async ({
	extension,
	endpoint,
}) => {
	const article = await startArticleServer();
	try {
		await extension.seed({ endpoints: [endpoint] });
		const panel = await extension.open('sidepanel.html');
		const page = await extension.browser.newPage();
		await page.goto(article.url);
		await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'Screenshot')))?.click();
		const widthOf = (image: Element | null) => (image instanceof HTMLImageElement ? image.naturalWidth : 0);
		await panel.waitForSelector('form img[alt="Image: Screenshot"]');
		const whole = await panel.$eval('form img[alt="Image: Screenshot"]', widthOf);
		await (await panel.waitForSelector(byRole('button', 'Remove the image')))?.click();

		await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'Part of the screen…')))?.click();
		const shot = await panel.waitForSelector('[role=dialog] img[alt="Screenshot"]');
		await panel.bringToFront();
		const box = await shot?.boundingBox();
		if (!box) throw new Error('The screenshot is not drawn.');
		await panel.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.1);
		await panel.mouse.down();
		await panel.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
		await panel.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.8);
		await panel.mouse.up();
		await panel.waitForSelector('::-p-text(Marked: )');
		await (await panel.waitForSelector(byRole('button', 'Attach this part')))?.click();
		await panel.waitForSelector('form img[alt="Image: Screenshot"]');
		const part = await panel.$eval('form img[alt="Image: Screenshot"]', widthOf);
		// A pixel of the small picture in the dialog is several of the screen's.
		expect(Math.abs(part - whole * 0.5)).toBeLessThanOrEqual((2 * whole) / box.width);
	} finally {
		await article.close();
	}
});
