import { execFileSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, type HeadedExtension, test } from '../e2e/harness/headed-chromium.ts';
import { readChat } from '../e2e/harness/read-chat.ts';
import { serveModel } from './serve-model.ts';
import { servePage } from './serve-page.ts';
import { TEXTS } from './texts.ts';

const SIZE = { width: 1280, height: 800 };
const MODEL = 'llama3.2';
const TARGET = resolve(import.meta.dirname, '../../docs/pictures/select-ask-stream.webp');
/** What a reader of the README should have to load at most. */
const MAX_BYTES = 1_000_000;

/** Pictures of the screen, and for how many hundredths of a second each is shown. */
class Film {
	readonly #frames: { path: string; shownFor: number }[] = [];
	readonly #headed: HeadedExtension;

	constructor(headed: HeadedExtension) {
		this.#headed = headed;
	}

	async take(shownFor: number): Promise<void> {
		const path = test.info().outputPath(`${this.#frames.length}.png`);
		await this.#headed.hands.shoot(path);
		this.#frames.push({ path, shownFor });
	}

	save(target: string): void {
		execFileSync('convert', [
			...this.#frames.flatMap(({ path, shownFor }) => ['-delay', String(shownFor), path]),
			...['-crop', `${SIZE.width}x${SIZE.height}+0+0`, '+repage', '-resize', '960x', '-strip'],
			...['-loop', '0', '-quality', '70', '-define', 'webp:method=6', target],
		]);
	}
}

/** Draws the mouse over the passage from its beginning to its end, as a person selects. */
async function selectPassage(page: Page, film: Film): Promise<{ x: number; y: number }> {
	const ends = await page.$eval('#passage', (passage) => {
		const boxOf = (text: Node | null, at: number) => {
			const range = document.createRange();
			range.setStart(text ?? passage, at);
			range.setEnd(text ?? passage, at + 1);
			return range.getBoundingClientRect();
		};
		const last = passage.lastElementChild?.firstChild ?? null;
		const [from, to] = [
			boxOf(passage.firstElementChild?.firstChild ?? null, 0),
			boxOf(last, (last?.textContent ?? '').length - 1),
		];
		return { from: { x: from.left + 1, y: from.top + 8 }, to: { x: to.right, y: to.top + 8 } };
	});
	await page.mouse.move(ends.from.x, ends.from.y);
	await page.mouse.down();
	for (const way of [0.35, 0.7, 1]) {
		await page.mouse.move(ends.to.x, ends.from.y + (ends.to.y - ends.from.y) * way);
		await film.take(20);
	}
	await page.mouse.up();
	return { x: ends.from.x + 60, y: ends.from.y + 30 };
}

test.use({
	hidesAutomation: true,
	browserArgs: [`--window-size=${SIZE.width},${SIZE.height}`, '--force-prefers-reduced-motion'],
});

test('a passage is selected, asked about from the menu, and the answer streams', async ({
	headed,
	endpoint,
}) => {
	const shown = TEXTS.en;
	const site = await servePage(shown, 'en');
	const pace = new EventEmitter();
	const server = await serveModel(MODEL, shown, () => once(pace, 'word'));
	const film = new Film(headed);
	const { hands } = headed;
	try {
		await headed.seed({ endpoints: [{ ...endpoint, name: 'Ollama', url: server.url, models: [MODEL] }] });
		const page = await headed.browser.newPage();
		await page.goto(site.url);
		for (const other of await headed.browser.pages()) if (other !== page) await other.close();
		await page.bringToFront();
		await hands.untilStill();
		await film.take(100);

		const inside = await selectPassage(page, film);
		await film.take(50);
		await hands.opening(() => page.mouse.click(inside.x, inside.y, { button: 'right' }));
		await hands.untilStill();
		// “Ask Lockchat” stands above Inspect, which is the last item of the menu.
		await hands.press('Up', 'Up');
		await film.take(60);
		await hands.opening(() => hands.press('Right'));
		await hands.untilStill();
		await film.take(80);
		await hands.press('Return');

		const panel = await headed.sidePanel();
		// A cursor that blinks would never leave the screen still.
		await panel.$eval('textarea', (box) => {
			box.style.caretColor = 'transparent';
		});
		await expect.poll(() => pace.listenerCount('word')).toBe(1);
		const words = shown.answer.match(/\S+\s*/g) ?? [];
		for (let said = 0; said < words.length; ) {
			for (const end = Math.min(said + 4, words.length); said < end; said += 1) {
				pace.emit('word');
				if (said + 1 < words.length) await expect.poll(() => pace.listenerCount('word')).toBe(1);
			}
			await panel.evaluate(
				() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
			);
			await film.take(12);
		}
		await expect
			.poll(() => readChat(panel))
			.toMatchObject({ isBusy: false, answers: [expect.stringContaining('25')] });
		await hands.untilStill();
		await film.take(300);
		film.save(TARGET);
		expect(statSync(TARGET).size).toBeLessThan(MAX_BYTES);
	} finally {
		await site.close();
		await server.close();
	}
});
