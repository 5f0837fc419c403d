interface Said {
	id: string;
	parentId: string | null;
	text: string;
	/** Minutes after the first message of all. */
	minute: number;
}

function chatOf(id: string, title: string, said: readonly Said[], leafId = said.at(-1)?.id) {
	const start = Date.UTC(2026, 0, 10);
	const messages = said.map(({ id: messageId, parentId, text, minute }, place) => ({
		id: messageId,
		chatId: id,
		parentId,
		role: messageId.includes('-a') ? 'assistant' : 'user',
		parts: [{ type: 'text', text }],
		status: 'done',
		createdAt: start + minute * 60_000 + place,
	}));
	const { createdAt = start } = messages[0] ?? {};
	const updatedAt = messages.at(-1)?.createdAt ?? start;
	const chat = { id, title, isPinned: false, endpointId: 'test-server', model: 'gpt-4', leafId };
	return { ...chat, createdAt, updatedAt, messages };
}

const filler = 'The weather was neither good nor bad that day, and nobody wrote anything of note. '.repeat(6);

/** Forty questions with their answers; the second answer is about a lighthouse. */
const long = Array.from({ length: 80 }, (_, place): Said => {
	const number = Math.floor(place / 2);
	const isAnswer = place % 2 === 1;
	return {
		id: isAnswer ? `long-a${number}` : `long-q${number}`,
		parentId: place === 0 ? null : isAnswer ? `long-q${number}` : `long-a${number - 1}`,
		text:
			isAnswer && number === 1
				? `${filler}\n\nThe keeper of the **lighthouse** counts nine ships before breakfast.\n\n${filler}`
				: `${isAnswer ? 'Answer' : 'Question'} ${number}. ${filler}`,
		minute: place,
	};
});

/** A file of three chats, as an export writes it: a long one, one in Russian, and one whose first answer has two versions. */
export function searchedChats(): { name: string; mimeType: string; buffer: Buffer } {
	const russian = chatOf('ru', 'Печь', [
		{ id: 'ru-q', parentId: null, text: 'Как испечь пирог?', minute: 200 },
		{
			id: 'ru-a',
			parentId: 'ru-q',
			text: 'Сначала замесите тесто. Для пирога с ёжевикой нужны два яйца. Пеките сорок минут.',
			minute: 201,
		},
	]);
	const branched = chatOf(
		'br',
		'Versions',
		[
			{ id: 'br-q', parentId: null, text: 'Name an animal.', minute: 300 },
			{ id: 'br-a1', parentId: 'br-q', text: 'An armadillo rolls up when it is afraid.', minute: 301 },
			{ id: 'br-a2', parentId: 'br-q', text: 'A heron stands on one leg.', minute: 302 },
		],
		'br-a2',
	);
	const file = {
		format: 'lockchat-chats',
		version: 2,
		exportedAt: '2026-01-11T00:00:00.000Z',
		chats: [chatOf('long', 'A long talk', long), russian, branched],
	};
	return { name: 'chats.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) };
}
