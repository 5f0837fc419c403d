import { resolve } from 'node:path';
import { makePdf } from '../../make-pdf.ts';
import { expect, test } from '../harness/chromium.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { startPdfServer } from '../harness/pdf-server.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-access-to-pdfs');

test('cases 246 and 247: PDFs that are dropped are read page by page, sent fenced, or refused by name', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('pdf', [{ token: 'Two pages.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, composer, answers } = chatOn(await extension.open('sidepanel.html'));
	await expect(composer).toBeFocused();
	const given = (name: string, pdf: Buffer) => ({
		name,
		mime: 'application/pdf',
		base64: pdf.toString('base64'),
	});
	const codes = Buffer.from('中文', 'utf16le').swap16().toString('hex');
	const pages = [
		{ lines: ['Windows only', 'look at it.'] },
		{},
		{ drawn: `BT /F2 12 Tf 20 300 Td <${codes}> Tj ET` },
	];
	await page.evaluate(giveFiles, {
		how: 'drop' as const,
		files: [given('report.pdf', makePdf({ pages })), given('secret.pdf', makePdf({ pages, isLocked: true }))],
	});
	const chip = page.getByRole('button', { name: /^report\.pdf · ≈ \d+ tokens$/ });
	await expect(chip).toBeVisible();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('“report.pdf”: there is no text on these of its 3 pages: 2.');
	await expect(alert).toContainText('“secret.pdf” was not attached: it is protected by a password.');
	await expect(composer).toBeFocused();
	await page.keyboard.type('How many?');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveText('Two pages.');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain(
		'Title: report.pdf\n\n## Page 1\n\nWindows only\nlook at it.\n\n## Page 2\n\n(No text on this page.)\n\n## Page 3\n\n中文\n```',
	);
});

test('case 246: the reading of a long PDF is shown, and can be cancelled', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const { page, composer } = chatOn(await extension.open('sidepanel.html'));
	await expect(composer).toBeFocused();
	const pages = Array.from({ length: 3000 }, (_, at) => ({ lines: [`Page ${at}`] }));
	const base64 = makePdf({ pages }).toString('base64');
	const files = [{ name: 'long.pdf', mime: '', base64 }];
	await page.evaluate(giveFiles, { how: 'paste' as const, files });
	await expect(
		page.getByRole('progressbar', { name: /^Reading the PDF: page [\d,]+ of 3,000…$/ }),
	).toBeVisible();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByRole('progressbar')).toHaveCount(0);
	await expect(composer).toBeFocused();
	await expect(page.getByText('long.pdf')).toHaveCount(0);
});

test.describe('with access to its site', () => {
	test.beforeAll(() => withHostAccess(OUTPUT));
	test.use({ extensionOutput: OUTPUT });

	test('case 248: “This page” attaches the PDF that the browser’s viewer shows, fetched with the site’s cookies', async ({
		extension,
		endpoint,
		server,
	}) => {
		const site = await startPdfServer(makePdf({ pages: [{ lines: ['Windows only'] }], title: 'On windows' }));
		try {
			const model = server.script('viewer', [{ token: 'Windows.' }, { done: true }]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const viewer = await extension.context.newPage();
			await viewer.goto(site.url);
			const { page, answers, ask } = chatOn(await extension.open('sidepanel.html'));
			await page.getByRole('button', { name: 'Attach' }).click();
			await page.getByRole('menuitem', { name: 'This page' }).click();
			await expect(
				page.getByRole('button', { name: /^This page: On windows · 100% · ≈ \d+ tokens$/ }),
			).toBeVisible();
			await ask('What is it about?');
			await expect(answers).toHaveText('Windows.');
			const { messages } = await server.waitForRequest((asked) => asked.model === model);
			expect(messages[0]?.content).toContain(
				`Title: On windows\nURL: ${site.url}\n\n## Page 1\n\nWindows only\n`,
			);
			expect(site.cookies.at(-1)).toBe('reader=1');
		} finally {
			await site.close();
		}
	});
});
