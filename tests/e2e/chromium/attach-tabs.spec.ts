import { resolve } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-tabs');

test('case 251: without the permission for tabs the list asks for it, and Enter sends what is written', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const { page, composer, questions } = chatOn(await extension.open('sidepanel.html'));
	await expect(composer).toBeFocused();
	await page.keyboard.type('Ask @anna');
	const list = page.getByRole('listbox', { name: 'Open tabs' });
	await expect(list.getByRole('option')).toHaveText(/^List open tabs/);
	await page.keyboard.press('Enter');
	await expect(questions).toHaveText('Ask @anna');
});

test.describe('with the permission', () => {
	test.beforeAll(() => withHostAccess(OUTPUT, ['tabs']));
	test.use({ extensionOutput: OUTPUT });

	test('cases 250 and 252: several tabs are found by what is typed behind an at sign, and attached by keys', async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script('tabs', [{ token: 'Both.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		for (const name of ['windows', 'doors']) {
			const tab = await extension.context.newPage();
			const body = `<title>On ${name}</title><p>All about ${name}.`;
			await tab.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body }));
			await tab.goto(`http://${name}.test/page`);
		}
		const { page, composer, answers } = chatOn(await extension.open('sidepanel.html'));
		const list = page.getByRole('listbox', { name: 'Open tabs' });
		const chip = (name: string) => page.getByRole('button', { name: new RegExp(`^This page: On ${name} `) });
		await expect(composer).toBeFocused();
		await page.keyboard.type('Compare @');
		await expect(list.getByRole('option')).toHaveText([
			'On doorsdoors.test/page',
			'On windowswindows.test/page',
		]);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(chip('windows')).toBeVisible();
		await page.keyboard.type('with @DOORS');
		await expect(list.getByRole('option')).toHaveText(['On doorsdoors.test/page']);
		await page.keyboard.press('Tab');
		await expect(chip('doors')).toBeVisible();
		await expect(composer).toBeFocused();
		await expect(composer).toHaveValue('Compare with ');
		await page.keyboard.press('Enter');
		await expect(answers).toHaveText('Both.');
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		for (const name of ['windows', 'doors'])
			expect(messages[0]?.content).toContain(`URL: http://${name}.test/page\n\nAll about ${name}.\n`);
	});
});
