import { makePdf } from '../../make-pdf.ts';
import { byRole } from '../harness/by-role.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { expect, test } from '../harness/firefox.ts';
import { startPdfServer } from '../harness/pdf-server.ts';
import { ask, readChat } from '../harness/read-chat.ts';

test('cases 246 and 248: a PDF that is dropped, and the one that the viewer shows, are read and sent', async ({
	extension,
	endpoint,
	server,
}) => {
	const site = await startPdfServer(makePdf({ pages: [{ lines: ['Windows only'] }], title: 'On windows' }));
	try {
		const model = server.script('in firefox', [{ token: 'Windows.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const viewer = await extension.browser.newPage();
		await viewer.goto(site.url, { waitUntil: [] });
		await expect.poll(() => site.cookies.length).toBe(1);
		const panel = await extension.open('sidepanel.html');
		await panel.waitForSelector(byRole('button', 'Attach'));
		const codes = Buffer.from('中文', 'utf16le').swap16().toString('hex');
		const pages = [{ lines: ['A door'] }, { drawn: `BT /F2 12 Tf 20 300 Td <${codes}> Tj ET` }];
		const base64 = makePdf({ pages }).toString('base64');
		await panel.evaluate(giveFiles, {
			how: 'drop' as const,
			files: [{ name: 'doors.pdf', mime: '', base64 }],
		});
		await panel.waitForSelector('::-p-text(doors.pdf)');

		await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
		await (await panel.waitForSelector(byRole('menuitem', 'This page')))?.click();
		await panel.waitForSelector('[role=alert]');
		// Every prompt is answered with yes here.
		await (await panel.waitForSelector(byRole('button', 'Allow on all sites')))?.click();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await ask(panel, 'What are they about?');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Windows.'], isBusy: false });
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain('Title: doors.pdf\n\n## Page 1\n\nA door\n\n## Page 2\n\n中文\n');
		expect(messages[0]?.content).toContain(`URL: ${site.url}\n\n## Page 1\n\nWindows only\n`);
		expect(site.cookies.at(-1)).toBe('reader=1');
	} finally {
		await site.close();
	}
});
