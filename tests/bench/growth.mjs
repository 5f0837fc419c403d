// @ts-check
import { askInExtension } from './extension.mjs';
import { heapOf } from './main-thread-time.mjs';

/** @import { Bench } from './types.ts' */

const ANSWER = 'Some words of **mixed** text, `code` and a [link](https://example.com).\n\n'.repeat(30);

/**
 * Measures the heap of one window during many questions in one chat: how much each leaves behind, early and late.
 * @param {Bench} bench @param {{ questions: number }} size an answer has 2 kB
 */
export async function measureGrowth({ server, extension }, { questions }) {
	const model = server.script('question', [{ token: ANSWER }, { done: true }]);
	await extension.addModels([model]);
	const panel = await extension.open('sidepanel.html');
	const heaps = [];
	// The first questions load the code that answers need, so they are not counted.
	const WARM_UP = 10;
	for (let asked = 1; asked <= WARM_UP + questions; asked += 1) {
		await askInExtension(panel, model, `Question ${asked}`);
		await panel.waitForFunction(
			(text) =>
				[...document.querySelectorAll('article')].at(-2)?.textContent?.includes(text) &&
				document.querySelector('article[aria-busy=true]') === null,
			`Question ${asked}`,
		);
		const done = asked - WARM_UP;
		if (done === 0 || done === questions / 2 || done === questions) heaps.push(await heapOf(panel));
	}
	await panel.close();
	const [start = Number.NaN, middle = Number.NaN, end = Number.NaN] = heaps;
	const firstHalf = (middle - start) / (questions / 2);
	const secondHalf = (end - middle) / (questions / 2);
	return {
		questions,
		answerBytes: ANSWER.length,
		heaps,
		firstHalf,
		secondHalf,
		ratio: secondHalf / firstHalf,
	};
}
