import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

interface Fixtures {
	extension: ChromiumExtension;
	endpoint: Endpoint;
	server: LockchatServer;
}

const USAGE = {
	prompt_tokens: 20,
	completion_tokens: 412,
	total_tokens: 432,
	completion_tokens_details: { reasoning_tokens: 12 },
	cost: 0.0042,
};

test('case 175: below an answer stand its model, its time and its tokens, and all of it on demand', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('counted', [
		{ token: 'Here is something that fills a line.' },
		{ write: `data: ${JSON.stringify({ choices: [], usage: USAGE })}\n\n` },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	const chat = chatOn(page);
	await chat.ask('Who are you?');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');

	const foot = chat.log.getByRole('group').last();
	await expect(foot).toHaveText(new RegExp(`^${model} · \\d+\\.\\d\\ss · 412 tokens$`));
	await expect(chat.answers, 'what an answer says is its own').toHaveText(
		'Here is something that fills a line.',
	);

	// The last stop before the composer: reached and opened by keys alone.
	await chat.composer.focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	const told = (name: string) => foot.locator('dl > div').filter({ hasText: name }).locator('dd');
	await expect(told('Ended')).toHaveText('complete');
	await expect(told('Tokens in')).toHaveText('20');
	await expect(told('Tokens out')).toHaveText('412, 12 of them reasoning');
	await expect(told('Cost')).toHaveText('$0.0042');
	await expect(told('First words after')).toHaveText(/^\d+\.\d\ss$/);

	await page.reload();
	await expect(chat.log.getByRole('group').last(), 'stored with the message').toHaveText(/ · 412 tokens$/);
});

/** A question with its answer, and the place of its actions. */
async function oneQuestion({ extension, endpoint, server }: Fixtures) {
	const model = server.script('short', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	const { ask, answers, questions } = chatOn(page);
	await ask('A question');
	await expect(answers).toHaveText('Noted.');
	const bubble = questions.getByText('A question');
	const edit = questions.getByRole('button', { name: 'Edit' });
	return {
		page,
		bubble,
		edit,
		opacity: () => edit.locator('..').evaluate((row) => getComputedStyle(row).opacity),
		/** The space between the question's words and the next message, in pixels. */
		async gap() {
			const [above, below] = [await bubble.boundingBox(), await answers.boundingBox()];
			return (below?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0));
		},
		/** How far the actions reach over the question's words, in pixels. */
		async overlap() {
			const [row, above] = [await edit.boundingBox(), await bubble.boundingBox()];
			return (above?.y ?? 0) + (above?.height ?? 0) - (row?.y ?? 0);
		},
	};
}

test.describe('with a mouse', () => {
	// A headless browser on a server has no mouse, and says so to style sheets.
	test.use({
		browserArgs: [
			'--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4',
		],
	});

	test('case 176: no room is kept for actions that appear over a message', async ({
		extension,
		endpoint,
		server,
	}) => {
		const { page, bubble, edit, opacity, gap } = await oneQuestion({ extension, endpoint, server });
		await page.mouse.move(1, 1);
		expect(await gap()).toBeLessThan(20);
		await expect.poll(opacity).toBe('0');
		await bubble.hover();
		await expect.poll(opacity).toBe('1');
		await page.mouse.move(1, 1);
		await expect.poll(opacity).toBe('0');
		await edit.focus();
		await expect.poll(opacity).toBe('1');
	});
});

test('case 176: where nothing hovers, the actions of a message stand below it', async ({
	extension,
	endpoint,
	server,
}) => {
	const { opacity, overlap } = await oneQuestion({ extension, endpoint, server });
	expect(await opacity()).toBe('1');
	expect(await overlap()).toBeLessThanOrEqual(0);
});
