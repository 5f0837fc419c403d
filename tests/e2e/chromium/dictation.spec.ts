/**
 * Dictation in the real browser, with real keys. Its recognition of speech has no service that tests could have: what hears
 * is a fake of the specified interface, put in the place of the browser's before anything of the product runs. Text box,
 * undo, focus, permission and everything else are the browser's own.
 */
import { speakerIn, withFakeRecognition } from '../../dictation/with-fake-recognition.ts';
import { expect, test } from '../harness/chromium.ts';
import { inputMethodOf } from '../harness/input-method.ts';
import { dictateIn, textOf } from './dictate-page.ts';

test.describe('case 285: dictation', () => {
	test.beforeEach(async ({ extension, endpoint }) => {
		await extension.context.grantPermissions(['microphone']);
		await extension.seed({ endpoints: [endpoint] });
	});

	test('writes at the cursor, beside what is typed, and is undone phrase by phrase', async ({
		extension,
	}) => {
		const { page, composer, dictate, speaker, begin } = await dictateIn(extension);
		await page.keyboard.type('Dear Ann,  bye');
		for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
		await begin();
		await expect(composer).toBeFocused();
		await speaker.say('how');
		expect(await textOf(page)).toBe('Dear Ann, how bye');
		await speaker.say('how are you');
		await speaker.makeFinal('how are you doing');
		expect(await textOf(page)).toBe('Dear Ann, how are you doing bye');
		await speaker.say('fine');
		await speaker.makeFinal('I am fine');
		expect(await textOf(page)).toBe('Dear Ann, how are you doing I am fine bye');
		await page.keyboard.press('Control+z');
		expect(await textOf(page)).toBe('Dear Ann, how are you doing bye');
		await page.keyboard.press('Control+z');
		expect(await textOf(page)).toBe('Dear Ann,  bye');
		await page.keyboard.press('Control+Shift+z');
		expect(await textOf(page)).toBe('Dear Ann, how are you doing bye');
		await dictate.click();
		await expect(dictate).toHaveAttribute('aria-pressed', 'false');
		expect(await speaker.isListening()).toBe(false);
		await expect(composer).toBeFocused();
		await page.keyboard.press('Control+z');
		expect(await textOf(page)).toBe('Dear Ann,  bye');
	});

	test('is one step of undo behind what is typed right before it, and before what is typed right after it', async ({
		extension,
	}) => {
		const { page, speaker, begin } = await dictateIn(extension);
		await page.keyboard.type('typed');
		await begin();
		await speaker.say('is');
		await speaker.say('is heard');
		await speaker.makeFinal('was heard');
		await page.keyboard.type('!');
		expect(await textOf(page)).toBe('typed was heard!');
		await page.keyboard.press('Control+z');
		expect(await textOf(page)).toBe('typed was heard');
		await page.keyboard.press('Control+z');
		expect(await textOf(page)).toBe('typed');
	});

	test('loses nothing of what is typed meanwhile', async ({ extension }) => {
		const { page, speaker, begin } = await dictateIn(extension);
		await begin();
		await speaker.say('one too');
		await page.keyboard.type(', yes');
		await speaker.say('one two three');
		expect(await textOf(page)).toBe('One two three, yes');
		await page.keyboard.type(' and no');
		await speaker.makeFinal('one two three four');
		expect(await textOf(page)).toBe('One two three four, yes and no');
		await page.keyboard.press('Home');
		await page.keyboard.type('So: ');
		await speaker.makeFinal('five');
		expect(await textOf(page)).toBe('So: five One two three four, yes and no');
	});

	test('waits for an input method that composes, and loses neither', async ({ extension }) => {
		const { page, speaker, begin, composer } = await dictateIn(extension);
		await begin();
		await speaker.say('one');
		const input = await inputMethodOf(page);
		await input.compose('ni hao');
		await speaker.say('one two');
		await speaker.makeFinal('one two three');
		await expect(composer).toHaveValue('Oneni hao');
		await input.confirm('你好');
		await expect(composer).toHaveValue('One two three你好');
		await speaker.makeFinal('four');
		await expect(composer).toHaveValue('One two three你好four');
	});

	test('ends where the text would get too long, which is told, and nothing of it is cut', async ({
		extension,
	}) => {
		const { page, speaker, begin, composer } = await dictateIn(extension);
		const text = 'word '.repeat(79_999);
		await composer.fill(text);
		await begin();
		await speaker.makeFinal('nothing more');
		await expect(page.getByRole('alert')).toContainText('The message can’t get any longer');
		expect(await speaker.isListening()).toBe(false);
		expect(await textOf(page)).toBe(text);
	});

	test('keeps the focus where it is, and leaves a draft behind', async ({ extension }) => {
		const { page, speaker, begin } = await dictateIn(extension);
		await begin();
		await speaker.makeFinal('before');
		await page.getByRole('combobox', { name: 'Model' }).focus();
		await speaker.makeFinal('after');
		await expect(page.getByRole('combobox', { name: 'Model' })).toBeFocused();
		expect(await textOf(page)).toBe('Before after');
		await page.close();
		const again = await dictateIn(extension);
		await expect(again.composer).toHaveValue('Before after');
	});

	test('ends with Enter, which sends what stands there, and with another chat', async ({ extension }) => {
		const { page, speaker, begin, questions, composer } = await dictateIn(extension);
		await begin();
		await speaker.say('hello there');
		await page.keyboard.press('Enter');
		await expect(questions).toHaveText(/Hello there/);
		expect(await speaker.isListening()).toBe(false);
		await expect(composer).toHaveValue('');
		await begin();
		await speaker.say('a draft');
		await page.getByRole('button', { name: 'New chat' }).click();
		await expect.poll(() => speaker.isListening()).toBe(false);
		await expect(composer).toHaveValue('');
	});
});

test.describe('case 285: dictation in Russian', () => {
	test.use({ language: 'ru' });

	test('speaks and hears Russian, and another language of the user’s by choice', async ({
		extension,
		endpoint,
	}) => {
		await extension.context.grantPermissions(['microphone']);
		await extension.seed({ endpoints: [endpoint] });
		const page = await extension.context.newPage();
		await withFakeRecognition(page, { available: 'available' });
		await page.addInitScript(() =>
			Object.defineProperty(navigator, 'languages', { get: () => ['ru-RU', 'ru', 'en-US', 'en'] }),
		);
		await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
		const speaker = speakerIn(page);
		const box = page.getByRole('textbox', { name: 'Сообщение' });
		await page.getByRole('button', { name: 'Диктовать' }).click();
		await expect(page.getByRole('main')).toContainText('Слушаю на этом компьютере…');
		await speaker.makeFinal('привет как дела');
		await expect(box).toHaveValue('Привет как дела');
		expect(await speaker.log()).toEqual(['available ru-RU true', 'start ru-RU local']);
		await page.getByRole('combobox', { name: 'Язык диктовки' }).selectOption('English');
		await expect.poll(() => speaker.log()).toContain('start en-US local');
		await expect(box).toBeFocused();
		await expect.poll(() => speaker.isListening()).toBe(true);
		await speaker.makeFinal('fine');
		await expect(box).toHaveValue('Привет как дела fine');
		await page.keyboard.press('Escape');
		await expect(page.getByRole('button', { name: 'Диктовать' })).toHaveAttribute('aria-pressed', 'false');
	});
});

test('case 285: a window that is too narrow for the button has it in the menu, and both in the list of keys', async ({
	extension,
	endpoint,
}) => {
	await extension.context.grantPermissions(['microphone']);
	await extension.seed({ endpoints: [{ ...endpoint, models: ['o3-with-quite-a-long-name'] }] });
	const { page, dictate, speaker, composer } = await dictateIn(extension);
	const attach = page.getByRole('button', { name: 'Attach' });
	const inMenu = page.getByRole('menuitem', { name: 'Dictate' });
	const overflow = () =>
		page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	await attach.click();
	await page.getByRole('menuitem', { name: 'Files…' }).waitFor();
	await expect(inMenu).toHaveCount(0);
	await page.keyboard.press('Escape');
	for (const width of [240, 320]) {
		await page.setViewportSize({ width, height: 600 });
		await expect(dictate).toHaveCount(0);
		await attach.click();
		await inMenu.click();
		await expect(composer).toBeFocused();
		await expect.poll(() => speaker.isListening()).toBe(true);
		await expect(page.getByRole('button', { name: 'Finish' })).toBeVisible();
		expect(await overflow()).toBe(0);
		await page.keyboard.press('Escape');
		expect(await speaker.isListening()).toBe(false);
	}
	await page.setViewportSize({ width: 360, height: 600 });
	await expect(dictate).toBeVisible();
	expect(await overflow()).toBe(0);
	await page.keyboard.press('Control+/');
	await expect(page.getByRole('dialog')).toContainText(/Alt\s*Shift\s*D\s*Dictate, or stop dictating/);
});
