import { deltaChunk, event } from '../../lockchat-server/chunk.mjs';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

const MARKDOWN = `## What it holds

Some **bold** words, \`code\`, and $e^{i\\pi}$.

\`\`\`js
const answer = 42;
\`\`\`

| Where | What |
| --- | --- |
| here | this |

- one
- two
`;

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} shows each token as it comes, before the answer ends`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, `tokens-${name}`, ['One', ' two', ' three']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers, questions, send, stop } = chatOn(await extension.open(name));
		await ask('Count to three.');
		const request = await server.waitForRequest((asked) => asked.model === model);

		await expect(questions).toHaveText('Count to three.');
		await expect(answers).toHaveAttribute('aria-busy', 'true');
		await expect(send).toHaveCount(0);
		await expect(stop).toBeVisible();
		for (const soFar of ['One', 'One two', 'One two three']) {
			next();
			await expect(answers).toHaveText(soFar);
			await expect(answers).toHaveAttribute('aria-busy', 'true');
			expect(request.sentText).toBe(soFar);
			expect(request.endedAt).toBeNull();
		}
		next();
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await expect(answers).toHaveText('One two three');
		await expect(stop).toHaveCount(0);
		await expect(send).toBeVisible();
	});

	test(`${name} draws an answer's Markdown`, async ({ extension, endpoint, server }) => {
		const model = server.script(`markdown-${name}`, [{ token: MARKDOWN }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers } = chatOn(await extension.open(name));
		await ask('Show me.');
		await expect(answers.getByRole('heading', { name: 'What it holds' })).toBeVisible();
		await expect(answers.locator('strong')).toHaveText('bold');
		await expect(answers.locator('pre code')).toContainText('const answer = 42;');
		await expect(answers.getByRole('table').getByRole('cell')).toHaveText(['here', 'this']);
		await expect(answers.getByRole('listitem')).toHaveText(['one', 'two']);
		await expect(answers.locator('math')).toBeVisible();
		await expect(answers).not.toContainText('**');
	});

	test(`${name} copies an answer as the Markdown it came in`, async ({ extension, endpoint, server }) => {
		const model = server.script(`copied-${name}`, [{ token: MARKDOWN }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers, composer, page } = chatOn(await extension.open(name));
		await ask('Show me.');
		await answers.getByRole('button', { name: 'Copy', exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
		await composer.press('Control+V');
		await expect(composer).toHaveValue(MARKDOWN);
	});

	test(`${name} knows the conversation so far when it asks on`, async ({ extension, endpoint, server }) => {
		const model = server.script(`on-${name}`, [{ token: 'Paris.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers, questions } = chatOn(await extension.open(name));
		await ask('The capital of France?');
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await ask('And its river?');
		await expect(answers).toHaveCount(2);
		await expect(questions).toHaveText(['The capital of France?', 'And its river?']);
		const { messages } = await server.waitForRequest(
			(asked) => asked.model === model && asked.messages.length > 1,
		);
		expect(messages).toEqual([
			{ role: 'user', content: 'The capital of France?' },
			{ role: 'assistant', content: 'Paris.' },
			{ role: 'user', content: 'And its river?' },
		]);
	});
}

test('reasoning that comes between two texts stands between them, while it streams and when it is stored', async ({
	extension,
	endpoint,
	server,
}) => {
	const reasoning = (text: string) => ({ write: event(deltaChunk({ reasoning: text })) });
	const model = server.script('thinks-between', [
		{ token: 'Let me ' },
		{ token: 'see.' },
		reasoning('Hm, '),
		{ hold: 'thinking' },
		reasoning('yes.'),
		{ token: 'It is so.' },
		{ hold: 'end' },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('popup.html');
	const { ask, answers } = chatOn(page);
	await ask('Is it so?');
	await expect(answers).toHaveText(/^Let me see\.Thinking…/);
	server.release('thinking');
	await expect(answers).toHaveText(/^Let me see\.Thought for \d+\ssIt is so\.$/);
	server.release('end');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.reload();
	await expect(answers).toHaveText(/^Let me see\.Thought for \d+\ssIt is so\./);
	await answers.getByText('Thought for').click();
	await expect(answers).toHaveText(/^Let me see\.Thought for \d+\ssHm, yes\.It is so\./);
});

test('nothing moves sideways when an answer grows past the window and a scrollbar appears', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'grows', ['First.', '\n\nWords.'.repeat(80)]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, questions, log } = chatOn(await extension.open('popup.html'));
	await ask('Grow.');
	next();
	await expect(answers).toHaveText('First.');
	const across = async () => {
		const boxes = await Promise.all([questions.boundingBox(), answers.boundingBox()]);
		return boxes.map((box) => box && { x: box.x, width: box.width });
	};
	const before = await across();
	next(2);
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	expect(await log.evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)).toBe(true);
	// The scroll bar takes room of its own here, which it does not do on every system.
	const { width } = (await log.boundingBox()) ?? { width: 0 };
	expect(width).toBeGreaterThan(await log.evaluate(({ clientWidth }) => clientWidth));
	expect(await across()).toEqual(before);
});
