import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Language, setLanguage } from './fake-texts.ts';

beforeEach(() => vi.resetModules());

async function load(language: Language) {
	setLanguage(language);
	return {
		...(await import('../../../utils/platform/texts.ts')),
		...(await import('../../../utils/platform/time-ago.ts')),
	};
}

describe('plural', () => {
	it.each<[Language, number, string]>([
		['en', 0, 'Retrying in 0 seconds'],
		['en', 1, 'Retrying in 1 second'],
		['en', 2, 'Retrying in 2 seconds'],
		['en', 21, 'Retrying in 21 seconds'],
		['ru', 0, 'Повтор через 0 секунд'],
		['ru', 1, 'Повтор через 1 секунду'],
		['ru', 3, 'Повтор через 3 секунды'],
		['ru', 5, 'Повтор через 5 секунд'],
		['ru', 11, 'Повтор через 11 секунд'],
		['ru', 21, 'Повтор через 21 секунду'],
		['ru', 1.5, 'Повтор через 1,5 секунды'],
	])('says in %s, of %s: %s', async (language, count, text) => {
		const { plural } = await load(language);
		expect(plural('chat.retryingIn', count)).toBe(text);
	});
});

describe('timeAgo', () => {
	const now = new Date(2026, 10, 23, 12, 0).getTime();
	it.each<[Language, Date, string]>([
		['en', new Date(2026, 10, 23, 11, 59, 30), 'just now'],
		['en', new Date(2026, 10, 23, 11, 55), '5 minutes ago'],
		['en', new Date(2026, 10, 23, 1, 0), '11 hours ago'],
		['en', new Date(2026, 10, 22, 23, 0), 'yesterday'],
		['en', new Date(2026, 10, 19, 12, 0), '4 days ago'],
		['en', new Date(2026, 2, 3, 12, 0), 'March 3'],
		['en', new Date(2025, 2, 3, 12, 0), 'March 3, 2025'],
		['ru', new Date(2026, 10, 23, 11, 55), '5 минут назад'],
		['ru', new Date(2026, 10, 22, 23, 0), 'вчера'],
		['ru', new Date(2026, 2, 3, 12, 0), '3 марта'],
	])('says in %s, of %s: %s', async (language, date, text) => {
		const { timeAgo } = await load(language);
		expect(timeAgo(date.getTime(), now)).toBe(text);
	});
});
