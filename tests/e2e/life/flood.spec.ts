import { chatOn } from '../chromium/chat-page.ts';
import { expect, test } from '../harness/chromium.ts';

const TOKENS = 50_000;

test(`case 61: ${TOKENS} tokens as fast as the socket takes them are drawn in order, and one can write meanwhile`, async ({
	extension,
	endpoint,
	server,
}) => {
	test.setTimeout(180_000);
	const model = `demo-fast:${TOKENS}`;
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, composer } = chatOn(await extension.open('sidepanel.html'));
	await ask('Flood me.');
	await server.waitForRequest((asked) => asked.model === model && asked.tokens.length > TOKENS / 100);
	// The user types in the middle of the flood.
	await composer.press('x');
	expect(await composer.inputValue()).toBe('x');

	const request = await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	await expect(answers).toHaveAttribute('aria-busy', 'false', { timeout: 120_000 });

	await answers.getByRole('button', { name: 'Copy', exact: true }).click();
	await composer.fill('');
	await composer.press('Control+V');
	expect(await composer.inputValue()).toBe(request.sentText);
});
