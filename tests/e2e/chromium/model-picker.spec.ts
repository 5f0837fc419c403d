import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

/** As many as a large company lists, and what it tells of each. */
const MANY = Array.from({ length: 400 }, (_, index) => `maker/model-${index}`);
const CLOUD = 'https://models.example/v1';

test('case 136: a model is found among hundreds, liked and chosen with the keyboard alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('picked', [{ token: 'It is me.' }, { done: true }]);
	const cloud = { ...endpoint, id: 'cloud', name: 'Cloud', url: CLOUD, models: MANY };
	await extension.seed({ endpoints: [cloud, { ...endpoint, models: ['other', model] }] });
	const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	const known = [{ id: 'maker/model-7', contextTokens: 131_072, abilities: ['vision', 'tools'] }];
	await page.evaluate(
		([url, models]) => chrome.storage.local.set({ knownModels: { [url]: { readAt: 1, models } } }),
		[CLOUD, known] as const,
	);
	const picker = page.getByRole('combobox', { name: 'Model', exact: true });
	const dialog = page.getByRole('dialog', { name: 'Choose a model' });
	const search = dialog.getByRole('combobox', { name: 'Search models' });
	const options = dialog.getByRole('option');

	await picker.focus();
	await page.keyboard.press('Enter');
	await expect(search).toBeFocused();
	await expect(dialog.getByRole('group', { name: 'Cloud · on the internet' })).toBeVisible();
	// All can be reached, and only what is near is drawn.
	await expect(options.first()).toHaveAttribute('aria-setsize', '402');
	expect(await options.count()).toBeLessThan(100);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(picker).toBeFocused();

	await picker.click();
	for (const width of [240, 320, 900]) {
		await page.setViewportSize({ width, height: 600 });
		const box = await dialog.boundingBox();
		expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 600).toBe(true);
	}
	await page.keyboard.type('model 7');
	const seventh = dialog.getByRole('option', { name: /^maker\/model-7 / });
	await expect(seventh).toHaveAccessibleName('maker/model-7 Context: 131,072 tokens Vision Tools');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	const star = dialog.getByRole('button', { name: 'Favorite: maker/model-7' });
	await expect(star).toBeFocused();
	await page.keyboard.press('Space');
	await expect(star).toHaveAttribute('aria-pressed', 'true');
	await search.fill('');
	await expect(dialog.getByRole('group').first()).toHaveAccessibleName('Favorites');
	await dialog.getByRole('option', { name: /^maker\/model-7 / }).hover();
	await dialog.getByTitle('Favorite: maker/model-7').first().click();
	await expect(dialog.getByRole('group', { name: 'Favorites' })).toHaveCount(0);

	await search.pressSequentially('picked');
	await page.keyboard.press('Enter');
	await expect(picker).toBeFocused();
	await expect(picker).toHaveValue(new RegExp(model));
	await ask('Who is it?');
	await expect(answers).toHaveText('It is me.');
});

test('case 136: a name that no list has is typed, used, and there the next time', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('typed by hand', [{ token: 'Unlisted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, name: 'Mine' }] });
	const { page, ask, answers } = chatOn(await extension.open('popup.html'));
	const picker = page.getByRole('combobox', { name: 'Model', exact: true });
	await picker.click();
	await expect(page.getByRole('combobox', { name: 'Search models' })).toBeFocused();
	await page.keyboard.type(model);
	await page.getByRole('option', { name: `Use “${model}” at Mine` }).click();
	await expect(picker).toHaveValue(new RegExp(model));
	await ask('Who is it?');
	await expect(answers).toHaveText('Unlisted.');
	await picker.click();
	await expect(page.getByRole('option', { name: model })).toHaveAttribute('aria-selected', 'true');
});

test('case 137: the settings list what a server has, to be searched and ticked', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('textbox', { name: 'Server URL' }).fill(server.url);
	await page.getByRole('button', { name: 'Fetch models' }).click();
	const list = page.getByRole('group', { name: 'Models of this server' });
	const field = page.getByRole('textbox', { name: 'Models' });
	await expect(list.getByRole('checkbox', { name: 'gpt-4' }).first()).toBeChecked();
	await list.getByRole('button', { name: 'Take none' }).click();
	await expect(field).toHaveValue('');
	await list.getByRole('searchbox').fill('3.5');
	await list.getByRole('checkbox', { name: 'gpt-3.5-turbo' }).check();
	await expect(field).toHaveValue('gpt-3.5-turbo');
	await field.fill('gpt-3.5-turbo, mine');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toHaveText('Saved');
	const stored = await page.evaluate(() => chrome.storage.local.get('endpoints'));
	expect(stored).toMatchObject({ endpoints: [{ models: ['gpt-3.5-turbo', 'mine'] }] });
});
