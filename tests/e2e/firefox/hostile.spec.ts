import { answerHostilely, askHostilely, nameHostilely } from '../../hostile/hostile-tests.ts';
import type { HostileBrowser } from '../../hostile/hostile-window.ts';
import { expect, type FirefoxExtension, test } from '../harness/firefox.ts';

const browserOf = ({ seed, open }: FirefoxExtension): HostileBrowser => ({
	seed,
	async open(name) {
		const page = await open(name);
		page.on('dialog', (dialog) => expect.soft(dialog.message(), 'a dialog').toBe(''));
		await page.waitForFunction(() => document.querySelector('textarea, main') !== null);
		return {
			// A function and its argument as an expression: Puppeteer's types of functions take no type parameters.
			evaluate: <Result, Argument>(
				run: (argument: Argument) => Result | Promise<Result>,
				argument: Argument,
			) => page.evaluate<[], () => Promise<Result>>(`(${run})(${JSON.stringify(argument)})`),
		};
	},
});

// The texts that swallow the rest, and those that are huge, take their time. So they come in the other way than in the
// other browser, and a share of them does but in `npm run test:long`.
const WAYS = [{ delivery: 'streamed' }, { delivery: 'at once', share: 3 }] as const;

for (const way of WAYS) {
	test(`hostile answers, ${way.delivery}, are text and nothing else`, async ({
		extension,
		server,
		endpoint,
	}) => {
		await answerHostilely(browserOf(extension), { server, endpoint }, way);
	});
}

test('hostile questions and the titles made of them are text and nothing else', async ({
	extension,
	server,
	endpoint,
}) => {
	await askHostilely(browserOf(extension), { server, endpoint });
});

test('hostile names of models and endpoints are text and nothing else', async ({
	extension,
	server,
	endpoint,
}) => {
	await nameHostilely(browserOf(extension), { server, endpoint });
});
