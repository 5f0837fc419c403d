import { expect, test } from '../harness/chromium.ts';
import { onlyOllama } from '../harness/local-ports.ts';
import { welcomeTab } from '../harness/start-chromium.ts';
import { chatOn } from './chat-page.ts';

test.describe('after the installation', () => {
	test.use({
		startsBefore: false,
		browserArgs: async ({ server }, use) => use([onlyOllama(server.port)]),
	});

	test('case 138: a tab welcomes the user, connects a model, and shows its answer', async ({ extension }) => {
		const page = await welcomeTab(extension.context);
		await expect(page.getByRole('heading', { name: 'Welcome to Lockchat' })).toBeVisible();
		await page.getByRole('button', { name: /A model on this computer/ }).click();
		const { ask, answers, composer } = chatOn(page);
		await expect(composer).toBeFocused();
		await ask('Who is there?');
		await expect(answers).toContainText('not a language model');
	});
});
