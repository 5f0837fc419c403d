import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';
import { askAndWait, NOTED } from './focused.ts';

test('case 220: from 900 px the history stands beside the chat once it was asked for, live, by keys, until it is hidden', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('history beside the chat', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page, composer } = chat;
	await expect(composer).toBeFocused();
	const column = page.getByRole('region', { name: 'History' });
	const search = column.getByRole('searchbox', { name: 'Search chats' });
	const rows = column.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	const title = (name: string) => rows.getByRole('button', { name });
	await expect(column).toHaveCount(0);

	await page.setViewportSize({ width: 900, height: 700 });
	await expect(column).toHaveCount(0);
	await page.getByRole('button', { name: 'History' }).press('Enter');
	await expect(column).toContainText('The chats you have will be listed here.');
	await expect(search).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(composer).toBeFocused();
	await askAndWait(chat, 'Apples');
	await page.getByRole('button', { name: 'New chat' }).press('Enter');
	await askAndWait(chat, 'Bread');
	await expect(rows).toContainText(['Bread', 'Apples']);
	await expect(title('Bread')).toHaveAttribute('aria-current', 'true');

	await page.getByRole('button', { name: 'History' }).press('Enter');
	await expect(search).toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.type('app');
	await expect(rows).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(search).toHaveValue('');
	await expect(search).toBeFocused();
	await page.keyboard.type('app');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(chat.questions).toHaveText(['Apples']);
	await expect(composer).toBeFocused();
	await expect(title('Apples')).toHaveAttribute('aria-current', 'true');

	await search.focus();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(composer).toBeFocused();

	await column.getByRole('button', { name: 'Hide column' }).press('Enter');
	await expect(column).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
	await page.reload();
	await expect(composer).toBeFocused();
	await page.getByRole('heading', { name: 'Apples' }).waitFor();
	await expect(column).toHaveCount(0);

	await page.getByRole('button', { name: 'History' }).press('Enter');
	await expect(search).toBeFocused();
	await page.setViewportSize({ width: 890, height: 700 });
	await expect(column).toHaveCount(0);
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(composer).toBeFocused();
	await page.setViewportSize({ width: 1000, height: 700 });
	await expect(rows).toHaveCount(2);

	// Asked for in the very frame in which the window gets wide, before the page hears of that.
	await column.getByRole('button', { name: 'Hide column' }).press('Enter');
	await page.setViewportSize({ width: 880, height: 700 });
	await page.evaluate(() => {
		const button = document.querySelector<HTMLElement>('button[aria-label="History"]');
		const hear = () => {
			// That the window has got narrow may be told as late as now.
			if (innerWidth < 900) return;
			removeEventListener('resize', hear);
			button?.click();
		};
		addEventListener('resize', hear);
	});
	await page.setViewportSize({ width: 1000, height: 700 });
	await expect(search).toBeFocused();
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
