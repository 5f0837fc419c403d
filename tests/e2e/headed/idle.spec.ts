import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { waitUntil } from '../harness/wait-until.ts';

/** The browser stops a background that does nothing for this long. */
const IDLE_S = 30;
const ANSWER_S = IDLE_S + 15;

test('cases 53 and 59: with every window closed an answer goes on past the idle limit, and then the background is let go', async ({
	headed,
	endpoint,
	server,
}) => {
	test.setTimeout(240_000);
	await headed.seed({ endpoints: [{ ...endpoint, models: [`demo-long:${ANSWER_S}:1000`] }] });
	const panel = await headed.open('sidepanel.html');
	const message = await panel.waitForSelector(byRole('textbox', 'Message'));
	await message?.type('Count the seconds.\n');
	await server.waitForRequest(({ tokens }) => tokens.length > 0);
	await panel.close();

	const record = await server.waitForRequest(
		({ endedAt, abortedAt }) => endedAt !== null || abortedAt !== null,
	);
	expect(record.abortedAt).toBeNull();
	expect(record.tokens).toHaveLength(ANSWER_S);

	await waitUntil(async () => !(await headed.background.isRunning()));

	const reopened = await headed.open('sidepanel.html');
	const answer = await reopened.waitForSelector('article[aria-busy=false]');
	const shown = await answer?.evaluate((element) => element.textContent);
	expect(shown).toContain(record.sentText.trim());
});
