import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

/**
 * A name that Firefox resolves to this computer and still takes for another computer's: for such names it upgrades http
 * to https.
 */
const HOST = 'models.example';

test.use({ preferences: { 'network.dns.localDomains': HOST } });

test('case 65: in Firefox a server of another computer answers over plain http', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('elsewhere', [{ token: 'From afar.' }, { done: true }]);
	const url = `http://${HOST}:${server.port}`;
	await extension.seed({ endpoints: [{ ...endpoint, url, models: [model] }] });
	const page = await extension.open('popup.html');
	await ask(page, 'Who is there?');
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['From afar.'], isBusy: false });
	const request = await server.waitForRequest((asked) => asked.model === model);
	expect(request.headers.host).toBe(`${HOST}:${server.port}`);
});
