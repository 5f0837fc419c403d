import { answer, chat, createDisk, createTestStore, question } from '../store/fixtures.ts';
import { createBrowser } from './found-by.ts';

/** A chat with one question and its answer, which say these texts. */
export async function say(
	store: ReturnType<typeof createTestStore>,
	id: string,
	[asked, answered]: [string, string],
) {
	// One minute for each letter, so that later chats are newer.
	const createdAt = id.charCodeAt(0) * 60_000;
	const q = question(`${id}-q`, { chatId: id, content: asked, createdAt });
	const a = answer(`${id}-a`, { chatId: id, parentId: q.id, createdAt: createdAt + 1_000 });
	await store.saveQuestion({ chat: chat({ id, title: asked }), question: q, answer: a });
	const final = answer(a.id, {
		chatId: id,
		parentId: q.id,
		status: 'done',
		content: answered,
		createdAt: a.createdAt,
	});
	return { finish: () => store.saveAnswer(final) };
}

/** An empty database of chats, and a browser in which nobody has searched yet. */
export async function start() {
	const disk = createDisk();
	const store = createTestStore(disk);
	return { store, browser: await createBrowser(disk.name) };
}
