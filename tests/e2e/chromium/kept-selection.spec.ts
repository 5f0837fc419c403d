import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

/** Presses the mouse before the first words, moves it in steps, and lets it go behind the last ones. */
async function drag(page: Page, log: Locator, from: string, to: string) {
	const { start, end } = await log.evaluate(
		(element, words) => {
			const rectOf = (text: string) => {
				const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
				for (let node = texts.nextNode(); node; node = texts.nextNode()) {
					const at = node.textContent?.indexOf(text) ?? -1;
					if (at < 0) continue;
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + text.length);
					return range.getBoundingClientRect();
				}
				throw new Error(`Nothing says ${text}.`);
			};
			const [first, last] = [rectOf(words.from), rectOf(words.to)];
			return {
				start: { x: first.left + 1, y: first.top + first.height / 2 },
				end: { x: last.right - 1, y: last.top + last.height / 2 },
			};
		},
		{ from, to },
	);
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move(end.x, end.y, { steps: 5 });
	await page.mouse.up();
}

/** The first words of a window's first answer are plain text until the code for Markdown is loaded and takes its place. */
const untilMarkdown = (answers: Locator) => expect(answers.locator('.markdown')).toBeVisible();

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '');

/** What Control+C puts on the clipboard. */
async function copied(page: Page): Promise<string> {
	await page.evaluate(() => navigator.clipboard.writeText(''));
	await page.keyboard.press('Control+C');
	return page.evaluate(() => navigator.clipboard.readText());
}

const CASES = [
	['of a block of code that is still open', 'const answer', '= 7;', 'const answer = 42;\nconst other = 7;'],
	[
		'from a paragraph into the code below it',
		'Some words',
		'answer = 42;',
		/^Some words of it\.[\s\S]*const answer = 42;$/,
	],
	['of a finished paragraph', 'Some words', 'of it.', 'Some words of it.'],
] as const;

test.describe('case 103: selected lines of an answer that goes on', () => {
	for (const [what, from, to, text] of CASES) {
		test(`${what} stay selected when the fence closes and the answer ends`, async ({
			extension,
			endpoint,
			server,
		}) => {
			const { model, next } = createPacedModel(server, `kept-${from.length}-${to.length}`, [
				'Some words of it.\n\n```js\nconst answer = 42;\nconst other = 7;\n',
				'```\n\nAfter it, **bold',
				' words** and more.\n\n- one\n',
			]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
			const { page, ask, answers, log } = chatOn(await extension.open('sidepanel.html'));
			await ask('Go on.');
			next();
			await expect(answers).toContainText('const other');
			await untilMarkdown(answers);
			await drag(page, log, from, to);
			const before = await selected(page);
			expect(before.trim()).toMatch(text);

			next();
			await expect(answers.locator('pre code [class*=hljs]').first()).toBeVisible();
			await expect(answers).toContainText('After it');
			expect(await selected(page)).toBe(before);
			next();
			await expect(answers).toContainText('and more');
			expect(await selected(page)).toBe(before);
			next();
			await expect(answers).not.toHaveAttribute('aria-busy', 'true');
			expect(await selected(page)).toBe(before);
			expect((await copied(page)).replaceAll('\r\n', '\n').trim()).toMatch(text);
		});
	}

	test('of the paragraph that is being written stay selected with every word that follows', async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, 'kept-growing', [
			'These are the first',
			' words of a **par',
			'agraph** that goes',
			' on with `code` and\n',
			'ends here.',
		]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const { page, ask, answers, log } = chatOn(await extension.open('sidepanel.html'));
		await ask('Go on.');
		next();
		await expect(answers).toContainText('the first');
		await untilMarkdown(answers);
		await drag(page, log, 'are', 'first');
		expect(await selected(page)).toBe('are the first');
		for (const words of ['words of a par', 'that goes', 'code and', 'ends here.']) {
			next();
			await expect(answers).toContainText(words);
			expect(await selected(page)).toBe('are the first');
		}
		await drag(page, log, 'agraph', 'goes');
		const before = await selected(page);
		next();
		await expect(answers).not.toHaveAttribute('aria-busy', 'true');
		expect(await selected(page)).toBe(before);
		expect(await copied(page)).toBe(before);
	});
});
