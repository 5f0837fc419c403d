import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

/** A piece of the answer that is about a window high, and ends in words of its own. */
const piece = (name: string) => `${'Words.\n\n'.repeat(20)}The end of the ${name}.\n\n`;

const heightOf = (log: Locator) => log.evaluate(({ scrollHeight }) => scrollHeight);
const topOf = (log: Locator) => log.evaluate(({ scrollTop }) => scrollTop);

/** How far the transcript's end is below what the window shows. Pixels. */
const belowIn = (log: Locator) =>
	log.evaluate(({ scrollHeight, clientHeight, scrollTop }) => scrollHeight - clientHeight - scrollTop);

/** Resolves when all that is on its way to the screen has been drawn. */
const drawn = (log: Locator) =>
	log.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test('a reader who scrolls up in the middle of an answer is left alone, and one press follows it again', async ({
	extension,
	endpoint,
	server,
}) => {
	const names = ['first', 'second', 'third', 'fourth'];
	const { model, next } = createPacedModel(server, 'followed', names.map(piece));
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, log } = chatOn(await extension.open('sidepanel.html'));
	const jump = page.getByRole('button', { name: 'Jump to latest' });
	await ask('Go on and on.');
	next(2);
	await expect(answers).toContainText('The end of the second.');
	await expect.poll(() => belowIn(log)).toBeLessThanOrEqual(1);
	await expect(jump).toHaveCount(0);
	// Where the transcript goes to its end in the very frame of the turn, that ends the browser's own smooth scrolling.
	await drawn(log);

	const stopped = log.evaluate(
		(element) => new Promise<void>((resolve) => element.addEventListener('scrollend', () => resolve())),
	);
	await log.hover();
	await page.mouse.wheel(0, -300);
	await stopped;
	await expect(jump).toBeVisible();
	const before = { top: await topOf(log), height: await heightOf(log) };
	next();
	await expect(answers).toContainText('The end of the third.');
	await drawn(log);
	expect(await heightOf(log)).toBeGreaterThan(before.height);
	expect(await topOf(log)).toBe(before.top);
	await expect(jump).toBeVisible();

	await jump.click();
	await expect.poll(() => belowIn(log)).toBeLessThanOrEqual(1);
	await expect(jump).toHaveCount(0);
	const jumpedTo = await topOf(log);
	next();
	await expect(answers).toContainText('The end of the fourth.');
	await expect.poll(() => belowIn(log)).toBeLessThanOrEqual(1);
	expect(await topOf(log)).toBeGreaterThan(jumpedTo);
	await expect(answers).toHaveAttribute('aria-busy', 'true');
	await expect(jump).toHaveCount(0);
});

test('the head of a long block of code stays in view, and copies all of it', async ({
	extension,
	endpoint,
	server,
}) => {
	const code = Array.from({ length: 120 }, (_, line) => `const line${line} = ${line};`).join('\n');
	const model = server.script('long code', [
		{ token: `Here:\n\n\`\`\`ts\n${code}\n\`\`\`\n` },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, log } = chatOn(await extension.open('sidepanel.html'));
	await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await ask('A long one, please.');
	const copy = answers.getByRole('button', { name: 'Copy code' });
	await expect(copy).toBeVisible();
	await log.evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
	await expect(copy).toBeInViewport({ ratio: 1 });
	await copy.click();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
});
