import { chatOn } from '../chromium/chat-page.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { createPacedModel } from '../harness/paced-model.ts';

declare const chrome: ExtensionApi;

test('case 60: two windows that send at once ask once each, and both show the same in the end', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'at once', ['Yes.']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = chatOn(await extension.open('popup.html'));
	await first.ask('First?');
	next(2);
	await expect(first.answers).toHaveAttribute('aria-busy', 'false');
	const second = chatOn(await extension.open('sidepanel.html'));
	await expect(second.answers).toHaveText('Yes.');

	const windows = [first, second];
	for (const [index, { composer }] of windows.entries()) await composer.fill(`From window ${index}?`);
	// In one task: on a busy machine the one window could otherwise show the other's question before it sends its own.
	const submitted = await first.page.evaluate(() => {
		const views = chrome.extension.getViews() as unknown as readonly (typeof globalThis)[];
		const forms = views.flatMap(({ document }) => document.querySelector('form') ?? []);
		for (const form of forms) form.requestSubmit();
		return forms.length;
	});
	expect(submitted).toBe(2);
	await server.waitForRequest(
		(asked) => server.requests.filter(({ model }) => model === asked.model).length === 3,
	);
	next(4);
	const shown: (string | null)[] = [];
	for (const { page, answers, questions } of windows) {
		await page.bringToFront();
		await expect(answers).toHaveText(['Yes.', 'Yes.']);
		await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
		await expect(questions).toHaveCount(2);
		shown.push(await questions.last().textContent());
	}
	expect(shown[0]).toBe(shown[1]);

	// Neither window knew of the other's question. The two are versions of what was asked next, and the one that was
	// stored last is shown.
	const { page, questions } = second;
	await expect(questions.last()).toContainText(/[12] \/ 2/);
	// As versions they stand in the order in which they were asked, which may be within the same millisecond.
	const isSecond = shown[1]?.includes('2 / 2');
	await questions
		.last()
		.getByRole('button', { name: isSecond ? 'Previous version' : 'Next version' })
		.click();
	await expect(questions.last()).toContainText(isSecond ? '1 / 2' : '2 / 2');
	expect(new Set([shown[0], await questions.last().textContent()])).toEqual(
		new Set([expect.stringContaining('From window 0?'), expect.stringContaining('From window 1?')]),
	);
	await page.reload();
	await expect(questions).toHaveCount(2);
	expect(server.requests).toHaveLength(3);
});
