import { resolve } from 'node:path';
import { NEWER_PANEL, videoPage } from '../../unit/page/pages/video.ts';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-access-to-videos');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 253: a page made after YouTube’s is attached with its transcript once that is open, and told of before', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const video = await extension.context.newPage();
	let panel = '';
	await video.route('**/*', (route) =>
		route.fulfill({ contentType: 'text/html; charset=utf-8', body: videoPage(panel) }),
	);
	await video.goto('http://www.youtube.com/watch?v=abc');
	const { page } = chatOn(await extension.open('sidepanel.html'));
	await page.getByRole('button', { name: 'Attach' }).click();
	await page.getByRole('menuitem', { name: 'This page' }).click();
	await expect(page.getByRole('alert')).toContainText('what is said in the video is not in what is sent');
	panel = NEWER_PANEL;
	await video.reload();
	await page.getByRole('button', { name: 'Take it again' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.getByRole('button', { name: /^This page: Me at the zoo/ }).click();
	await expect(page.getByRole('textbox', { name: 'What is sent of the page' })).toHaveValue(
		/\n\n## Transcript\n\n0:01 All right, so here we are\n1:02:07 in front of the “elephants”$/,
	);
});
