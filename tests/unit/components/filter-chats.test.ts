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
