import type { Page } from 'puppeteer-core';
import type { Hands } from './hands.ts';
import { pickMenuItem } from './pick-menu-item.ts';

/** Selects all text of an element; resolves to a point on it. */
async function selectText(page: Page, selector: string) {
	await page.bringToFront();
	return page.$eval(selector, (element) => {
		const selection = getSelection();
		selection?.selectAllChildren(element);
		const [line] = selection?.getRangeAt(0).getClientRects() ?? [];
		if (!line) throw new Error('There is no text to select.');
		return { x: line.x + 5, y: line.y + 5 };
	});
}

/** Selects an element's text and picks an item of the browser's menu: 0 is the first below “Ask Lockchat”. */
export async function pickFromMenu(
	hands: Hands,
	page: Page,
	{ selector, item }: { selector: string; item: number },
) {
	const { x, y } = await selectText(page, selector);
	await hands.opening(() => page.mouse.click(x, y, { button: 'right' }));
	await pickMenuItem(hands, item);
}
