import { deltaChunk, event } from '../../lockchat-server/chunk.mjs';
import { expectSound } from '../harness/axe.ts';
import { expect, test } from '../harness/chromium.ts';
import { welcomeTab } from '../harness/start-chromium.ts';
import { chatOn } from './chat-page.ts';

const RICH = `## Heading

Some **bold** words, \`code\`, a [link](https://example.org) and $e^{i\\pi}$.

\`\`\`js
const answer = 42;
\`\`\`

| Where | What |
| --- | --- |
| here | this |

- [x] done
- one
`;

test('axe finds nothing wrong in the chat, whatever it shows', async ({ extension, endpoint, server }) => {
	const rich = server.script('rich', [
		{ write: event(deltaChunk({ reasoning_content: 'Let me think.' })) },
		{ token: RICH },
		{ done: true },
	]);
	const slow = server.script('slow', [
		{ token: 'Half' },
		{ hold: 'rest' },
		{ token: ' whole.' },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [rich, slow, 'case-30-401-string'] }] });
	const page = await extension.open('sidepanel.html');
	const { ask, answers, composer } = chatOn(page);
	await expect(composer).toBeFocused();
	// The composer takes keys before the rest is drawn.
	await page.getByRole('heading', { level: 1 }).waitFor();
	await expectSound(page, 'a new chat');

	await ask('What is there?');
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	await page.getByText(/^Thought/).click();
	await expectSound(page, 'an answer with all kinds of blocks');

	await page.getByRole('article', { name: 'You' }).getByRole('button', { name: 'Edit' }).click();
	await expectSound(page, 'a question that is edited');
	await page.keyboard.press('Escape');

	await page.getByRole('button', { name: 'History' }).click();
	await page.getByRole('searchbox', { name: 'Search chats' }).waitFor();
	await expectSound(page, 'the history');
	await page.getByRole('dialog').getByRole('button', { name: 'More' }).first().click();
	await page.getByRole('menu').waitFor();
	await expectSound(page, 'the menu of a chat');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');

	await page.getByRole('combobox', { name: 'Model' }).click();
	await page.getByRole('option').first().waitFor();
	await expectSound(page, 'the list of models');
});

test('axe finds nothing wrong in the settings and in the welcome', async ({ extension, endpoint }) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('options.html');
	await page.getByRole('button', { name: 'Add server' }).waitFor();
	await expectSound(page, 'the settings');
	await page.getByRole('button', { name: 'Add server' }).click();
	await expectSound(page, 'a server that is added');
	for (const folded of await page.locator('details:not([open]) > summary').all()) await folded.click();
	await expectSound(page, 'the settings unfolded');
});

test.describe('before anything is set up', () => {
	test.use({ startsBefore: false });

	test('axe finds nothing wrong in the welcome and in a window without a server', async ({ extension }) => {
		const welcome = await welcomeTab(extension.context);
		await welcome.getByRole('heading').first().waitFor();
		await expectSound(welcome, 'the welcome');
		const page = await extension.open('sidepanel.html');
		await page.getByRole('heading', { level: 1 }).waitFor();
		await expectSound(page, 'a window without a server');
	});
});
