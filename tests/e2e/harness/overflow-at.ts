import type { Page } from '@playwright/test';

/** How far the page reaches beyond its right edge at this width, in pixels. Its width is as before after that. */
export async function overflowAt(page: Page, width: number): Promise<number> {
	const before = page.viewportSize();
	await page.setViewportSize({ width, height: 700 });
	const overflow = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	if (before) await page.setViewportSize(before);
	return overflow;
}
