import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('case 185: a chat that nears its model’s limit says so, and is summed up with one click', async ({
	extension,
	endpoint,
	server,
}) => {
	const usage = { prompt_tokens: 700, completion_tokens: 100, total_tokens: 800 };
	const model = server.script('counting', [
		{ token: 'Noted.' },
		{ write: `data: ${JSON.stringify({ choices: [], usage })}\n\n` },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const known = { [endpoint.url]: { readAt: 1, models: [{ id: model, contextTokens: 1_000 }] } };
	await (await extension.worker()).evaluate((knownModels) => {
		const { chrome } = globalThis as unknown as {
			chrome: { storage: { local: { set(items: object): Promise<void> } } };
		};
		return chrome.storage.local.set({ knownModels });
	}, known);
	const page = await extension.open('sidepanel.html');
	const { ask, answers, composer, log } = chatOn(page);
	const meter = page.getByRole('meter', { name: 'Length of this chat' });
	await ask('First?');
	await expect(answers).toHaveText('Noted.');
	await expect(meter).toBeVisible();
	await expect(page.locator('form')).toContainText('About 800 of the 1,000 tokens');
	await composer.focus();
	await page.keyboard.insertText('word '.repeat(300));
	await expect(page.locator('form')).toContainText('more than the 1,000');
	await composer.fill('');

	await page.getByRole('button', { name: 'Summarize what came before' }).press('Enter');
	await expect(answers).toHaveCount(2);
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	await expect(composer).toBeFocused();
	await expect(log.getByText('The messages above are no longer sent.')).toBeVisible();
	await ask('Third?');
	await expect(answers).toHaveCount(3);
	await expect(answers.last()).toHaveText('Noted.');
	const contents = (at: number) => server.requests.at(at)?.messages.map(({ content }) => content.slice(0, 9));
	expect(contents(1), 'the summary is made of all').toEqual(['First?', 'Noted.', 'Summarize']);
	expect(contents(2), 'and stands for it').toEqual(['Summarize', 'Noted.', 'Third?']);
});

test('case 230: what a model reads at once is typed by keys where its server does not tell it, and the meter goes by it', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('untold', [{ token: 'word '.repeat(900) }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await ask('First?');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	const meter = page.getByRole('meter', { name: 'Length of this chat' });
	const open = page.getByRole('button', { name: 'Customize chat' });
	const field = page.getByRole('dialog').getByRole('spinbutton', { name: 'Context length' });
	const type = async (text: string) => {
		await open.press('Enter');
		await field.focus();
		await page.keyboard.press('Control+a');
		await page.keyboard.type(text);
		await page.keyboard.press('Enter');
	};
	await type('0.5');
	await expect(field).toBeFocused();
	await expect(field).toHaveAttribute('aria-invalid', 'true');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('1000');
	await page.keyboard.press('Enter');
	await expect(open).toBeFocused();
	await expect(meter).toBeVisible();
	await expect(page.locator('form')).toContainText('more than the 1,000 that this model reads');

	await page.getByRole('button', { name: 'New chat' }).press('Enter');
	await open.press('Enter');
	await expect(field).toHaveValue('1000');
});
