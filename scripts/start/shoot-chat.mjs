// @ts-check
/** @import { Page } from 'puppeteer-core' */

/** The size of the side panel in CSS pixels; the picture's height grows with the chat. */
const WIDTH = 420;
const HEIGHT = { least: 900, most: 3000 };

/** @param {Page} page @param {number} height */
const resize = (page, height) => page.setViewport({ width: WIDTH, height, deviceScaleFactor: 2 });

/** @param {Page} page a window of the extension */
export const sizeAsPanel = (page) => resize(page, HEIGHT.least);

/** What the window would need to show the whole chat. @param {Page} page */
const neededHeight = (page) =>
	page.$eval('[role=log]', (log) => Math.ceil(innerHeight + log.scrollHeight - log.clientHeight));

/**
 * Takes a picture of a chat, from its first question down to a reasonable height.
 * @param {Page} page a window of the extension, in the size of `sizeAsPanel`
 * @param {string} path of the PNG
 */
export async function shootChat(page, path) {
	let height = HEIGHT.least;
	// The height of messages out of view is an estimate, so the chat may turn out to be higher once they are in view.
	for (let needed = await neededHeight(page); needed > height && height < HEIGHT.most; ) {
		height = Math.min(needed, HEIGHT.most);
		await resize(page, height);
		needed = await neededHeight(page);
	}
	await page.$eval('[role=log]', (log) => log.scrollTo(0, 0));
	await page.screenshot({ path });
}
