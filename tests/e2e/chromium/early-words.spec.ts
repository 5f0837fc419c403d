import { expect, test } from '../harness/chromium.ts';
import { holdDatabase } from '../harness/hold-database.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

/** Asks each question in a chat of its own; the last one stays on the screen. */
async function askInNewChats({ page, ask, answers }: ChatPage, texts: readonly string[]) {
	for (const text of texts) {
		await page.getByRole('button', { name: 'New chat' }).click();
		await ask(text);
		await expect(answers).toHaveText('Noted.');
		await expect(answers).toHaveAttribute('aria-busy', 'false');
	}
}

/** Opens the history, and keeps the database busy from then on, so that no chat can be read. */
async function openHistoryAndHold({ page }: ChatPage) {
	await page.getByRole('button', { name: 'History' }).click();
	const dialog = page.getByRole('dialog', { name: 'History' });
	await expect(dialog.getByRole('listitem')).not.toHaveCount(0);
	const release = await holdDatabase(page);
	return {
		release,
		async click(title: string) {
			await dialog.getByRole('button', { name: title }).click();
			await expect(dialog).toHaveCount(0);
		},
	};
}

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('early', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('a question that is sent before the clicked chat is there is asked in it, once it is', async ({
	extension,
	server,
}) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['Apples or pears?', 'Trains to Paris']);
	const { click, release } = await openHistoryAndHold(chat);
	await click('Apples or pears?');
	await chat.ask('And plums?');
	await chat.composer.press('Enter');
	await expect(chat.composer).toHaveValue('And plums?');
	await expect(chat.questions).toHaveCount(0);

	await release();
	await expect(chat.questions).toHaveText(['Apples or pears?', 'And plums?']);
	await expect(chat.answers).toHaveText(['Noted.', 'Noted.']);
	await expect(chat.composer).toHaveValue('');
	const asked = server.requests.filter(({ messages }) => messages.at(-1)?.content === 'And plums?');
	expect(asked).toHaveLength(1);
	expect(asked[0]?.messages).toHaveLength(3);
});

test('what is written before the clicked chat is there stays its draft, also when another one is begun', async ({
	extension,
}) => {
	const chat = chatOn(await extension.open('popup.html'));
	await askInNewChats(chat, ['Apples or pears?']);
	await chat.page.getByRole('button', { name: 'New chat' }).click();
	const { click, release } = await openHistoryAndHold(chat);
	await click('Apples or pears?');
	await chat.composer.pressSequentially('For the apples');
	await chat.page.getByRole('button', { name: 'New chat' }).click();
	await expect(chat.composer).toHaveValue('');
	await chat.composer.pressSequentially('For a new one');
	await chat.page.getByRole('button', { name: 'History' }).click();
	await release();
	await click('Apples or pears?');
	await expect(chat.questions).toHaveText('Apples or pears?');
	await expect(chat.composer).toHaveValue('For the apples');
	await chat.page.getByRole('button', { name: 'New chat' }).click();
	await expect(chat.composer).toHaveValue('For a new one');
});
