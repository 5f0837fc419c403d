import { byRole } from '../harness/by-role.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { expect, test } from '../harness/firefox.ts';
import { makePhoto, PLACE } from '../harness/make-photo.ts';
import { ask, readChat } from '../harness/read-chat.ts';

test('cases 241, 242 and 245: a text file and a photo are dropped, shown, and sent; a screenshot is refused in words', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('in firefox', [{ token: 'Both.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const panel = await extension.open('sidepanel.html');
	await panel.waitForSelector(byRole('button', 'Attach'));
	const files = [
		{ name: 'a.py', mime: '', base64: Buffer.from('print("hi")').toString('base64') },
		{ name: 'home.jpg', mime: 'image/jpeg', base64: await panel.evaluate(makePhoto, PLACE) },
	];
	await panel.evaluate(giveFiles, { how: 'drop' as const, files });
	await panel.waitForSelector('::-p-text(a.py)');
	await panel.waitForSelector('form img[alt="Image: home.jpg"]');
	await ask(panel, 'What are they?');
	await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Both.'], isBusy: false });
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain('Title: a.py\n\nprint("hi")\n```\n\nWhat are they?');
	const [url = ''] = messages[0]?.images ?? [];
	const bytes = Buffer.from(url.replace(/^data:image\/jpeg;base64,/, ''), 'base64');
	expect([bytes[0], bytes[1]]).toEqual([0xff, 0xd8]);
	expect(bytes.length).toBeLessThan(400_000);
	expect(bytes.includes(PLACE)).toBe(false);
	await panel.waitForSelector('article img[alt="Image: home.jpg"]');

	// No click on the icon has given access to a tab.
	await (await panel.waitForSelector(byRole('button', 'Attach')))?.click();
	await (await panel.waitForSelector(byRole('menuitem', 'Screenshot')))?.click();
	await panel.waitForSelector('::-p-text(The browser allows a screenshot only after a click)');
});
