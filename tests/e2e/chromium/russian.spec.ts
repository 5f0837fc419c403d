import { expect, test } from '../harness/chromium.ts';

test.use({ language: 'ru' });

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} speaks Russian, and the answer arrives`, async ({ extension, endpoint, server }) => {
		await extension.seed({ endpoints: [endpoint] });
		const page = await extension.open(name);
		await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
		await page.getByRole('textbox', { name: 'Сообщение' }).fill('Почему небо голубое?');
		await page.getByRole('button', { name: 'Отправить' }).click();
		const log = page.getByRole('log', { name: 'Разговор' });
		await expect(log.getByRole('article', { name: 'Вы' })).toHaveText('Почему небо голубое?');
		await expect(log.getByRole('article', { name: 'Lockchat' })).toContainText('Я не языковая модель.');
		await expect(log.getByRole('article', { name: 'Lockchat' })).toHaveAttribute('aria-busy', 'false');
		await expect(log.getByRole('button', { name: 'Копировать' }).first()).toBeAttached();
		expect(server.requests.at(-1)?.messages).toEqual([{ role: 'user', content: 'Почему небо голубое?' }]);
	});
}

test('a failure is told in Russian, with the server’s own words in its own language', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [{ ...endpoint, models: ['case-30-500-openai'] }] });
	const page = await extension.open('popup.html');
	await page.getByRole('textbox', { name: 'Сообщение' }).fill('Всё хорошо?');
	await page.keyboard.press('Enter');
	const alert = page.getByRole('article', { name: 'Lockchat' }).getByRole('alert');
	await expect(alert).toContainText('произошла ошибка (500)');
	await expect(alert).toContainText('Ответ сервера: The server says no.');
	await expect(alert.getByRole('button', { name: 'Повторить' })).toBeVisible();
});

test('the settings speak Russian, test a server, and save it', async ({ extension, server }) => {
	const page = await extension.open('options.html');
	await expect(page).toHaveTitle('Настройки – Lockchat');
	await page.getByRole('button', { name: 'Добавить сервер' }).click();
	await page.getByRole('textbox', { name: 'Адрес сервера' }).fill(server.url);
	await page.getByRole('textbox', { name: 'Модели' }).fill('gpt-4');
	await page.getByRole('button', { name: 'Проверить соединение' }).click();
	await expect(page.getByRole('status')).toContainText(
		'Модель gpt-4 ответила. Сохраните, чтобы пользоваться.',
	);
	await page.getByRole('button', { name: 'Сохранить' }).click();
	await expect(page.getByRole('status')).toHaveText('Сохранено');
});
