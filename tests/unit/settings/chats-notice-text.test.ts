import { beforeEach, expect, it, vi } from 'vitest';
import type { ImportOutcome } from '../../../utils/store/files/chats-file.ts';
import { type Language, setLanguage } from '../components/fake-texts.ts';

const NOTHING: ImportOutcome = { added: 0, extended: 0, kept: 0, skipped: 0, lines: [], unlisted: 0 };

// The language's plural rules are read when the texts are loaded.
beforeEach(() => vi.resetModules());

async function load(language: Language) {
	setLanguage(language);
	return await import('../../../components/settings/fixes/notice-text.ts');
}

it.each<[Language, Partial<ImportOutcome>, string, string]>([
	['en', { added: 2, kept: 0, skipped: 0 }, '2 chats added', ''],
	[
		'en',
		{ added: 0, kept: 2, skipped: 0 },
		'No chats added',
		'2 chats were here already and stay as they are.',
	],
	['en', { added: 0, kept: 0, skipped: 0 }, 'No chats added', 'There are none in this file.'],
	['en', { extended: 1 }, 'No chats added', '1 chat was here already and got the messages it lacked.'],
	['ru', { added: 1, kept: 0, skipped: 0 }, 'Добавлен 1 чат', ''],
	[
		'ru',
		{ extended: 3 },
		'Ни одного чата не добавлено',
		'3 чата уже были здесь и получили недостающие сообщения.',
	],
	['ru', { added: 3, kept: 21, skipped: 0 }, 'Добавлено 3 чата', '21 чат уже был здесь и остался как есть.'],
	[
		'ru',
		{ added: 11, kept: 0, skipped: 2 },
		'Добавлено 11 чатов',
		'2 записи файла не удалось импортировать.',
	],
	[
		'ru',
		{ added: 0, kept: 0, skipped: 5 },
		'Ни одного чата не добавлено',
		'5 записей файла не удалось импортировать.',
	],
])('an import says in %s, of %o: %s. %s', async (language, outcome, title, advice) => {
	const { chatsNoticeText } = await load(language);
	expect(chatsNoticeText({ type: 'imported', outcome: { ...NOTHING, ...outcome } })).toMatchObject({
		title,
		advice,
	});
});

it.each<[Language, number, string]>([
	['en', 1, '1 chat exported'],
	['en', 2, '2 chats exported'],
	['ru', 1, 'Экспортирован 1 чат'],
	['ru', 22, 'Экспортировано 22 чата'],
	['ru', 112, 'Экспортировано 112 чатов'],
])('an export says in %s, of %s: %s', async (language, count, title) => {
	const { chatsNoticeText } = await load(language);
	const { advice, ...text } = chatsNoticeText({ type: 'exported', count, fileName: 'chats.json' });
	expect(text).toEqual({ tone: 'good', title });
	expect(advice).toContain('chats.json');
});

it('an import that is called off says what it had done by then, or that it did nothing', async () => {
	const { chatsNoticeText } = await load('en');
	const cancelled = (outcome: Partial<ImportOutcome>) =>
		chatsNoticeText({ type: 'not-imported', code: 'cancelled', outcome: { ...NOTHING, ...outcome } });
	expect(cancelled({})).toMatchObject({ title: 'Import cancelled', advice: 'Nothing was changed.' });
	expect(cancelled({ added: 2 }).advice).toBe('2 chats were added before that. What was added stays.');
});
