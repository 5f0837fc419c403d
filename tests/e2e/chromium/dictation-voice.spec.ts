/** Where the voice goes, the microphone, and the ends of a recognition. What recognizes is a fake: see `dictation.spec.ts`. */
import type { Page } from '@playwright/test';
import { expectSound } from '../harness/axe.ts';
import { expect, test } from '../harness/chromium.ts';
import { dictateIn, textOf } from './dictate-page.ts';

test.describe('case 286: where the voice goes', () => {
	test.beforeEach(async ({ extension, endpoint }) => {
		await extension.context.grantPermissions(['microphone']);
		await extension.seed({ endpoints: [endpoint] });
	});

	test('is told before servers hear it: Escape says no, and who agrees is not asked again', async ({
		extension,
	}) => {
		const { page, speaker, composer, dictate } = await dictateIn(extension, { fake: {} });
		await page.keyboard.press('Alt+Shift+D');
		const dialog = page.getByRole('dialog', { name: 'Dictate' });
		await expect(dialog).toContainText('to its maker’s servers (Chrome to Google)');
		await expectSound(page, 'where the voice goes');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
		await expect(composer).toBeFocused();
		expect(await speaker.log()).toEqual(['available en-US true']);

		await dictate.click();
		await dialog.getByRole('button', { name: 'Agree and dictate' }).click();
		await expect(page.getByRole('main')).toContainText('Listening through the browser’s servers…');
		await expectSound(page, 'listening');
		await expect(composer).toBeFocused();
		await speaker.makeFinal('by a server');
		expect(await textOf(page)).toBe('By a server');
		await page.keyboard.press('Escape');
		expect(await speaker.isListening()).toBe(false);
		await page.keyboard.press('Alt+Shift+D');
		await expect(dictate).toHaveAttribute('aria-pressed', 'true');
		await expect(dialog).toHaveCount(0);

		const settings = await extension.open('options.html');
		const places = settings.getByRole('combobox', { name: 'Dictation' });
		await expect(places).toHaveValue('server');
		await places.selectOption('Only on this computer');
		await page.bringToFront();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Alt+Shift+D');
		await expectSound(page, 'a failure');
		await expect(page.getByRole('alert')).toContainText('your settings don’t allow its maker’s servers');
	});

	test('is this computer once the language is loaded there, as the user chooses', async ({ extension }) => {
		const { page, speaker, dictate } = await dictateIn(extension, { fake: { available: 'downloadable' } });
		await dictate.click();
		await page.getByRole('dialog').getByRole('button', { name: 'Download the language' }).click();
		await expect(page.getByRole('main')).toContainText('Listening on this computer…');
		expect(await speaker.log()).toEqual(['available en-US true', 'install en-US', 'start en-US local']);
		await page.getByRole('button', { name: 'Finish' }).click();
		await expect(dictate).toHaveAttribute('aria-pressed', 'false');
	});
});

/** What the browser lets the extension do with the microphone, as the user chooses it in the browser's settings. It holds as long as the session. */
async function setMicrophone(page: Page, setting: 'prompt' | 'granted' | 'denied'): Promise<void> {
	const session = await page.context().newCDPSession(page);
	// To Node, such an address has no origin.
	const origin = page.url().replace(/\/[^/]*$/, '');
	await session.send('Browser.setPermission', { permission: { name: 'microphone' }, setting, origin });
}

test.describe('case 287: the microphone', () => {
	test.beforeEach(async ({ extension, endpoint }) => {
		await extension.context.clearPermissions();
		await extension.seed({ endpoints: [endpoint] });
	});

	test('is asked for in a tab of its own where the window is in none, and dictation goes on by itself', async ({
		extension,
	}) => {
		const asking = extension.context.waitForEvent('page', {
			predicate: (page) => page.url().endsWith('/microphone.html'),
		});
		const { page, dictate, speaker } = await dictateIn(extension, { isInTab: false });
		await setMicrophone(page, 'prompt');
		await dictate.click();
		const tab = await asking;
		await expect(tab.getByRole('heading', { name: 'Microphone for dictation' })).toBeVisible();
		await expect(page.getByRole('main')).toContainText('Allow the microphone in the tab that has opened.');
		expect(await speaker.log(), 'nothing is begun that would be refused').toEqual(['available en-US true']);
		await setMicrophone(page, 'granted');
		await expect(dictate).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(() => tab.isClosed()).toBe(true);
		await speaker.makeFinal('at last');
		expect(await textOf(page)).toBe('At last');
	});

	test('is not waited for where its tab is closed, and what is blocked is told', async ({ extension }) => {
		const asking = extension.context.waitForEvent('page', {
			predicate: (page) => page.url().endsWith('/microphone.html'),
		});
		const { page, dictate } = await dictateIn(extension, { isInTab: false });
		await setMicrophone(page, 'prompt');
		await dictate.click();
		const tab = await asking;
		const closed = tab.waitForEvent('close');
		// The tab may be gone before it tells that it was clicked.
		await Promise.race([tab.getByRole('button', { name: 'Close' }).click(), closed]).catch(() => undefined);
		await closed;
		const alert = page.getByRole('alert');
		await expect(alert).toContainText('The microphone isn’t allowed for Lockchat.');
		await alert.getByRole('button', { name: 'Close' }).click();
		await expect(alert).toHaveCount(0);
		await setMicrophone(page, 'denied');
		await dictate.click();
		const settings = extension.context.waitForEvent('page', {
			predicate: (opened) => opened.url().startsWith('chrome://settings/content/siteDetails'),
		});
		await alert.getByRole('button', { name: 'Microphone settings' }).click();
		await settings;
	});
});

test.describe('case 288: the browser ends a recognition', () => {
	test.beforeEach(async ({ extension, endpoint }) => {
		await extension.context.grantPermissions(['microphone']);
		await extension.seed({ endpoints: [endpoint] });
	});

	test('and the next one goes on without a word lost, until nothing is heard for long', async ({
		extension,
	}) => {
		const { page, speaker, begin, dictate, composer } = await dictateIn(extension);
		await begin();
		await speaker.say('one two');
		await speaker.end();
		await expect.poll(() => speaker.isListening()).toBe(true);
		await speaker.makeFinal('three');
		expect(await textOf(page)).toBe('One two three');
		// The one that has heard “three” is not among the silent ones.
		for (const error of [undefined, 'no-speech', 'no-speech', undefined]) {
			await expect.poll(() => speaker.isListening()).toBe(true);
			await speaker.end(error);
		}
		await expect(page.getByRole('alert')).toContainText('Nothing was heard');
		await expect(dictate).toHaveAttribute('aria-pressed', 'false');
		expect(await textOf(page)).toBe('One two three');
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(dictate).toHaveAttribute('aria-pressed', 'true');
		await expect(composer).toBeFocused();
	});
});
