import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axe from 'axe-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in a page as it stands, a line for each element. The page's animations are ended first, since a
 * text that is only fading in has another contrast than it will have.
 */
async function findViolations(page: Page): Promise<string[]> {
	await page.evaluate(() => {
		for (const animation of document.getAnimations())
			if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
	});
	await page.evaluate(source);
	return page.evaluate(async () => {
		const { axe: tool } = globalThis as unknown as { axe: typeof axe };
		const { violations } = await tool.run(document, {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
			rules: {
				// The headings of an answer are its writer's: a model may begin with a small one.
				'heading-order': { enabled: false },
			},
		});
		// A menu stands at the end of the page, where nothing clips it. It belongs to its button, and takes the focus.
		const isMenu = (selector: unknown) =>
			typeof selector === 'string' && document.querySelector(selector)?.closest('[role=menu]') != null;
		return violations.flatMap(({ id, help, nodes }) =>
			nodes
				.filter(({ target }) => id !== 'region' || !isMenu(target[0]))
				.map(({ target, any, all, none }) => {
					const why = [...any, ...all, ...none].map(({ message }) => message).join('; ');
					return `${id} (${help}) at ${target.join(' ')}: ${why}`;
				}),
		);
	});
}

/** Looks at the page in both themes. What axe finds fails the test at its end, so that all of it is told. */
export async function expectSound(page: Page, state: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		expect.soft(await findViolations(page), `${state}, ${colorScheme}`).toEqual([]);
	}
}
