import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const PASTED = 5_000_000;

test('a paste of five megabytes is refused in words: the draft and the clipboard stay, nothing is sent', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('short', [{ token: 'Short enough.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const { page, composer, send, answers, questions } = chatOn(await extension.open('popup.html'));
	await page.evaluate((length) => navigator.clipboard.writeText('x'.repeat(length)), PASTED);
	await composer.fill('My words');
	await composer.press('ControlOrMeta+v');
	const note = page.locator('form').getByText('This text is too long to send.');
	await expect(note).toHaveText(
		'This text is too long to send. Together it would be 5,000,008 characters; a message can have 400,000.',
	);
	await expect(composer).toHaveValue('My words');
	expect(await page.evaluate(async () => (await navigator.clipboard.readText()).length)).toBe(PASTED);
	await expect(questions).toHaveCount(0);
	expect(server.requests).toEqual([]);

	await composer.press('End');
	await composer.pressSequentially('.');
	await expect(note).toHaveCount(0);
	await send.click();
	await expect(answers).toHaveText('Short enough.');
	expect(server.requests.map(({ messages }) => messages)).toEqual([[{ role: 'user', content: 'My words.' }]]);
});
