import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('case 177: a chat has settings of its own, typed by keys, before its first question and after', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('tuned', [{ token: 'Noted.' }, { done: true }]);
	const own = { parameters: { maxTokens: 500, extra: { top_k: 5 } } };
	await extension.seed({ endpoints: [{ ...endpoint, ...own, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	const { ask, answers, composer } = chatOn(page);
	const open = page.getByRole('button', { name: 'Customize chat' });
	const sheet = page.getByRole('dialog', { name: 'This chat' });
	const sent = async (count: number) => {
		await expect(answers).toHaveCount(count);
		await expect(answers.last()).toHaveText('Noted.');
		const { messages, parameters } = server.requests.at(-1) ?? { messages: [], parameters: {} };
		const { temperature, max_tokens, top_k, seed } = parameters as Record<string, unknown>;
		const [first] = messages;
		return { first: first?.role === 'system' ? first.content : null, temperature, max_tokens, top_k, seed };
	};

	await open.focus();
	await page.keyboard.press('Enter');
	await sheet.getByRole('textbox', { name: 'System prompt' }).focus();
	await page.keyboard.type('Answer in rhymes.');
	await page.keyboard.press('Tab');
	await page.keyboard.type('0.3');
	await page.keyboard.press('Enter');
	await expect(sheet).toHaveCount(0);
	await expect(open).toBeFocused();
	await ask('First?');
	expect(await sent(1)).toEqual({ first: 'Answer in rhymes.', temperature: 0.3, max_tokens: 500, top_k: 5 });

	// In a chat that is there. What is wrong is said, and nothing is applied.
	await open.click();
	const temperature = sheet.getByRole('spinbutton', { name: 'Temperature' });
	await expect(temperature).toHaveValue('0.3');
	await temperature.press('ControlOrMeta+a');
	await page.keyboard.type('3');
	await page.keyboard.press('Enter');
	await expect(temperature).toBeFocused();
	await expect(temperature).toHaveAttribute('aria-invalid', 'true');
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('Delete');
	await sheet.getByText('More parameters').click();
	await sheet.getByRole('spinbutton', { name: 'Most tokens of an answer' }).focus();
	await page.keyboard.type('64');
	await sheet.getByRole('spinbutton', { name: 'Seed' }).focus();
	await page.keyboard.type('7');
	await page.keyboard.press('Enter');
	await expect(sheet).toHaveCount(0);
	await ask('Second?');
	expect(await sent(2)).toEqual({ first: 'Answer in rhymes.', max_tokens: 64, top_k: 5, seed: 7 });

	// They are the chat's, and no other's.
	await page.reload();
	await ask('Third?');
	expect(await sent(3)).toEqual({ first: 'Answer in rhymes.', max_tokens: 64, top_k: 5, seed: 7 });
	await page.getByRole('button', { name: 'New chat' }).click();
	await composer.focus();
	await ask('Another chat?');
	expect(await sent(1)).toEqual({ first: null, max_tokens: 500, top_k: 5 });
});

test('case 178: the title stands in the header and is changed there by keys', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('named', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	const { ask, answers, composer } = chatOn(page);
	const title = page.getByRole('banner').getByRole('heading', { level: 1 });
	const box = page.getByRole('textbox', { name: 'Title' });
	await ask('What is a whale?');
	await expect(answers).toHaveText('Noted.');
	await expect(title).toHaveText('What is a whale?');

	await expect(composer).toBeFocused();
	await page.keyboard.press('F2');
	await expect(box).toBeFocused();
	await page.keyboard.type('Sea animals');
	await page.keyboard.press('Enter');
	await expect(title).toHaveText('Sea animals');
	await expect(title.getByRole('button')).toBeFocused();

	await page.keyboard.press('Enter');
	await page.keyboard.type('Nothing of this');
	await page.keyboard.press('Escape');
	await expect(title).toHaveText('Sea animals');
	await expect(title.getByRole('button')).toBeFocused();

	await page.getByRole('button', { name: 'History' }).click();
	await expect(page.getByRole('dialog').getByRole('listitem')).toContainText('Sea animals');
});
