import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { makePhoto, PLACE } from '../harness/make-photo.ts';
import { chatOn } from './chat-page.ts';

/** How many pictures the database has. */
const storedPictures = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('lockchat');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const counting = opening.result.transaction('blobs').objectStore('blobs').count();
					counting.onsuccess = () => resolve(counting.result);
					opening.result.close();
				};
			}),
	);

async function paste(page: Page, name = 'home.jpg'): Promise<void> {
	const base64 = await page.evaluate(makePhoto, PLACE);
	const files = [{ name, mime: 'image/jpeg', base64 }];
	await page.evaluate(giveFiles, { how: 'paste' as const, files });
}

test('cases 242 and 243: a pasted photo is shrunk, survives its window, is sent, drawn, asked about again, and deleted', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('sees', [{ token: 'A word.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = await extension.open('popup.html');
	await paste(first);
	const small = (page: Page) => page.locator('form').getByRole('img', { name: 'Image: home.jpg' });
	await expect(small(first)).toBeVisible();
	await first.close();

	const { page, ask, answers, questions } = chatOn(await extension.open('popup.html'));
	await expect(small(page)).toBeVisible();
	await expect(page.locator('form')).toContainText('home.jpg 1,568 × 1,176 · ');
	expect(await storedPictures(page)).toBe(0);
	await ask('What does it say?');
	await expect(answers).toHaveText('A word.');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	const [url = ''] = messages[0]?.images ?? [];
	expect(messages[0]?.content).toBe('What does it say?');
	expect(url).toMatch(/^data:image\/jpeg;base64,/);
	const bytes = Buffer.from(url.split(',')[1] ?? '', 'base64');
	expect(bytes.length).toBeLessThan(400_000);
	expect(bytes.includes(PLACE)).toBe(false);

	const drawn = questions.getByRole('img', { name: 'Image: home.jpg' });
	await expect(drawn).toBeVisible();
	expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1568);
	await expect(small(page)).toHaveCount(0);
	await page.reload();
	await expect(drawn).toBeVisible();
	await answers.hover();
	await answers.getByRole('button', { name: 'Regenerate' }).click();
	await expect.poll(() => server.requests.filter((asked) => asked.model === model).length).toBe(2);
	expect(server.requests.at(-1)?.messages[0]?.images).toEqual([url]);
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	expect(await storedPictures(page)).toBe(1);

	await questions.hover();
	await questions.getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).first().click();
	await expect(questions).toHaveCount(0);
	await expect.poll(() => storedPictures(page)).toBe(0);
});

test('case 243: a picture of a temporary chat is sent, and never reaches the disk', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('sees', [{ token: 'A word.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await page.getByRole('button', { name: 'Temporary chat' }).click();
	await paste(page, '<img onerror=alert(1)>.jpg');
	await expect(page.locator('form').getByRole('img')).toBeVisible();
	await ask('What does it say?');
	await expect(answers).toHaveText('A word.');
	expect((await server.waitForRequest((asked) => asked.model === model)).messages[0]?.images).toHaveLength(1);
	await expect(questions.getByRole('img', { name: 'Image: <img onerror=alert(1)>.jpg' })).toBeVisible();
	expect(await storedPictures(page)).toBe(0);
});

test('case 244: a refusal of pictures is told, with a way on', async ({ extension, endpoint, server }) => {
	const model = server.script('blind', [
		{ status: 400, body: JSON.stringify({ error: 'No endpoints found that support image input' }) },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await paste(page);
	await expect(page.locator('form').getByRole('img')).toBeVisible();
	await ask('What does it say?');
	const alert = answers.getByRole('alert');
	await expect(alert).toContainText(`${model} takes no pictures`);
	await expect(alert.getByRole('button', { name: 'Choose model' })).toBeVisible();
});

test('case 254: a picture is sent without words, by Enter', async ({ extension, endpoint, server }) => {
	const model = server.script('sees', [{ token: 'A house.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, composer, answers } = chatOn(await extension.open('sidepanel.html'));
	await paste(page);
	await expect(page.locator('form').getByRole('img')).toBeVisible();
	await expect(composer).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(answers).toHaveText('A house.');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages).toMatchObject([{ role: 'user', content: '', images: [expect.stringMatching(/^data:/)] }]);
});
