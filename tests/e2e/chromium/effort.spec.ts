import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const ANSWER = [
	{
		write: `data: ${JSON.stringify({ choices: [{ index: 0, delta: { reasoning_content: 'A plan.' } }] })}\n\n`,
	},
	{ token: 'Done.' },
	{ done: true },
] as const;

test('how much a model reasons is chosen beside it, for this chat, once it is seen to reason', async ({
	extension,
	server,
	endpoint,
}) => {
	const model = server.script('plain-name', [...ANSWER]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, page, log } = chatOn(await extension.open('sidepanel.html'));
	const effort = page.getByRole('combobox', { name: 'Reasoning' });
	await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	await expect(effort).toBeHidden();
	await ask('First?');
	await expect(answers).toContainText('Done.');
	await expect(effort).toHaveValue('');

	await effort.focus();
	await page.keyboard.press('R');
	await effort.selectOption({ label: 'Reasoning off' });
	await ask('Second?');
	await expect(answers).toHaveCount(2);
	await expect(answers.last()).toContainText('Done.');
	const sent = server.requests.map(({ parameters }) => parameters.chat_template_kwargs);
	expect(sent).toEqual([undefined, { enable_thinking: false, thinking: false }]);

	await page.reload();
	await expect(effort).toHaveValue('off');
	await page.getByRole('button', { name: 'New chat' }).click();
	await expect(log.getByRole('article')).toHaveCount(0);
	await expect(effort).toBeHidden();
});

test('for a model that is known to reason it is chosen before the first question', async ({
	extension,
	server,
	endpoint,
}) => {
	const model = server.script('qwen3:8b', [...ANSWER]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, page } = chatOn(await extension.open('sidepanel.html'));
	await page.getByRole('combobox', { name: 'Reasoning' }).selectOption({ label: 'High reasoning' });
	await ask('First?');
	await expect(answers).toContainText('Done.');
	expect(server.requests[0]?.parameters.chat_template_kwargs).toMatchObject({ reasoning_effort: 'high' });
});
