import { byRole } from '../harness/by-role.ts';
import { giveFiles } from '../harness/drop-files.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

declare const chrome: ExtensionApi;

/** About 700 tokens each. */
const CHAPTERS = ['One', 'Two', 'Three'].map((name) => `# ${name}\n\n${`The ${name} words. `.repeat(190)}`);

test('case 289: a file that is too long for the model is asked about part by part, and the answers are joined', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('short in firefox', [{ token: 'An answer.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const panel = await extension.open('sidepanel.html');
	await panel.waitForSelector(byRole('button', 'Attach'));
	await panel.evaluate((knownModels) => chrome.storage.local.set({ knownModels }), {
		[endpoint.url]: { readAt: 1, models: [{ id: model, contextTokens: 1_200 }] },
	});
	const base64 = Buffer.from(CHAPTERS.join('\n\n')).toString('base64');
	await panel.evaluate(giveFiles, {
		how: 'drop' as const,
		files: [{ name: 'long.md', mime: 'text/markdown', base64 }],
	});
	const divide = await panel.waitForSelector(byRole('button', 'Ask part by part'));
	await divide?.focus();
	await panel.keyboard.press('Enter');
	await panel.waitForSelector('::-p-text(3 questions will be asked one after the other)');
	await ask(panel, 'What is it?');
	await expect
		.poll(() => readChat(panel), { timeout: 30_000 })
		.toMatchObject({ answers: Array(4).fill('An answer.'), isBusy: false });
	const sent = server.requests.filter((asked) => asked.model === model).map(({ messages }) => messages);
	expect(sent.map((messages) => messages.length)).toEqual([1, 1, 1, 7]);
	expect(sent[1]?.[0]?.content).toContain('The user quotes part 2 of 3 of a file below.');
	expect(sent[1]?.[0]?.content).not.toContain('The One words.');
	expect(sent[3]?.at(-1)?.content).toContain('Join your answers about the parts');
});
