import { expect, it } from 'vitest';
import { filterChats } from '../../../components/history/use-chats.ts';
import type { Chat } from '../../../utils/chat/schema.ts';

const chats = ['Crème brûlée', 'Всё про ёлки', 'Streams in JavaScript', 'Java streams'].map(
	(title): Chat => ({
		id: title,
		title,
		isPinned: false,
		endpointId: 'e',
		model: 'm',
		leafId: null,
		createdAt: 0,
		updatedAt: 0,
	}),
);

it.each([
	['', ['Crème brûlée', 'Всё про ёлки', 'Streams in JavaScript', 'Java streams']],
	['  ', ['Crème brûlée', 'Всё про ёлки', 'Streams in JavaScript', 'Java streams']],
	['creme', ['Crème brûlée']],
	['все елки', ['Всё про ёлки']],
	['STREAMS java', ['Streams in JavaScript', 'Java streams']],
	['streams python', []],
])('“%s” finds %j', (query, titles) => {
	expect(filterChats(chats, query).map(({ title }) => title)).toEqual(titles);
});

it.each([
	['#work', ['Streams in JavaScript', 'Java streams']],
	['#wor java streams', ['Streams in JavaScript', 'Java streams']],
	['#Ёлк', ['Всё про ёлки']],
	['#work #home', ['Java streams']],
	['#none', []],
])('case 171: “%s” finds %j by their tags', (query, titles) => {
	const tags: Record<string, string[]> = {
		'Всё про ёлки': ['елка'],
		'Streams in JavaScript': ['work'],
		'Java streams': ['Work', 'home'],
	};
	const tagged = chats.map((chat) => ({ ...chat, ...(tags[chat.title] && { tags: tags[chat.title] }) }));
	expect(filterChats(tagged as Chat[], query).map(({ title }) => title)).toEqual(titles);
});
