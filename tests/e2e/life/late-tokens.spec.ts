import { chatOn } from '../chromium/chat-page.ts';
import { expect, test } from '../harness/chromium.ts';

test('case 58: tokens that come after Stop are ignored', async ({ extension, endpoint, server }) => {
	const flood = Array.from({ length: 2_000 }, (_, index) => ({ token: `${index} ` }));
	const model = server.script('late tokens', [
		{ token: 'So far.' },
		{ hold: 'flood' },
		...flood,
		{ stall: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, stop } = chatOn(await extension.open('sidepanel.html'));
	await ask('Go on for ever.');
	await expect(answers).toHaveText('So far.');

	// Both happen at once: tokens are on their way when the user presses Stop.
	await Promise.all([stop.click(), server.release('flood')]);
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	await expect(answers).toContainText('You stopped this answer.');
	const stopped = await answers.textContent();
	expect(stopped).toContain('So far.');
	await page.reload();
	await expect(answers).toContainText('You stopped this answer.');
	expect(await answers.textContent()).toBe(stopped);
});
