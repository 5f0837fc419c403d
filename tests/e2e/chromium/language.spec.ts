import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';

declare const chrome: ExtensionApi;

test('case 282: the interface speaks the language that is chosen, menus too, whatever the browser speaks', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const options = await extension.open('options.html');
	const worker = await extension.worker();
	await worker.evaluate(() => {
		const { contextMenus } = chrome;
		const create = contextMenus.create.bind(contextMenus);
		const titles: unknown[] = [];
		Object.assign(globalThis, { titles });
		Object.assign(contextMenus, {
			create(item: { title?: string }, done: () => void) {
				titles.push(item.title);
				return create(item, done);
			},
		});
	});
	const titles = () => worker.evaluate(() => Reflect.get(globalThis, 'titles').join());
	await options.getByRole('combobox', { name: 'Language' }).selectOption('Русский');
	await expect(options.getByRole('heading', { name: 'Настройки' })).toBeVisible();
	await expect(options.locator('html')).toHaveAttribute('lang', 'ru');
	await expect.poll(titles).toMatch(/Спросить Lockchat.*Объяснить.*Прикрепить/);

	const panel = await extension.open('sidepanel.html');
	await expect(panel.getByRole('textbox', { name: 'Сообщение' })).toBeFocused();

	await options.getByRole('combobox', { name: 'Язык' }).selectOption('Как в браузере');
	await expect(options.getByRole('heading', { name: 'Settings' })).toBeVisible();
	await expect.poll(titles).toMatch(/Ask Lockchat[^А-я]*$/);
	await panel.reload();
	await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused();
});

test('case 282: after an update the texts of the version before are read anew', async ({ extension }) => {
	const options = await extension.open('options.html');
	await options.getByRole('combobox', { name: 'Language' }).selectOption('Русский');
	await expect(options.getByRole('heading', { name: 'Настройки' })).toBeVisible();
	const words = () => options.evaluate(() => JSON.parse(localStorage.getItem('words') ?? '{}'));
	const fresh = await words();
	// The settings would renew the texts themselves, if they were still writing them.
	await options.goto(new URL('/icon/16.png', options.url()).href);
	await options.evaluate(() => {
		const texts = { chat_newChat: 'Из прошлой версии' };
		localStorage.setItem('words', JSON.stringify({ language: 'ru', version: '0.0.1', texts }));
	});
	const panel = await extension.open('sidepanel.html');
	// What the version before had is said so once more; what it did not know is the browser's.
	await expect(panel.getByRole('button', { name: 'Из прошлой версии' })).toBeVisible();
	await expect(panel.getByRole('textbox', { name: 'Message' })).toBeVisible();
	await expect.poll(words).toEqual(fresh);
});
