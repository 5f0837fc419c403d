import type { ChaosWindow } from '../chaos-window.ts';
import type { Stage } from './stage.ts';

/** Asks the last question in other words. */
export async function edit(
	{ ledger, nextQuestion }: Stage,
	{ name, page }: ChaosWindow,
): Promise<string | null> {
	if (!(await page.click('Edit'))) return null;
	const text = nextQuestion();
	const at = Date.now();
	if ((await page.fill('New version of the question', text)) && (await page.click('Ask'))) {
		ledger.questions.set(text, { at, fate: 'kept' });
		ledger.orders.push({ at, window: name, question: text });
		return text;
	}
	await page.press('Escape');
	return null;
}
