import { pathTo, treeIndexOf } from '../../../utils/chat/tree.ts';
import type { DatabaseRows } from '../browser/database.ts';
import type { WindowView } from '../browser/read-window.ts';
import type { Evidence } from '../evidence.ts';
import { questionsIn, wordsIn } from '../plan/words.ts';

const essence = (text: string): string => [...questionsIn(text), ...wordsIn(text)].join(' ');

/** The path that a window should show, by the database: each message as `Author: its words`. */
function storedPath({ chats, nodes, messages }: DatabaseRows, chatId: string): string[] {
	const chat = chats.find(({ id }) => id === chatId);
	const own = nodes.filter((node) => node.chatId === chatId);
	const texts = new Map(messages.map(({ id, content }) => [id, content]));
	return pathTo([...treeIndexOf(own).byId.values()], chat?.leafId ?? null).map(
		({ id, role }) => `${role === 'user' ? 'You' : 'Lockchat'}: ${essence(texts.get(id) ?? '')}`,
	);
}

function checkWindow(name: string, view: WindowView, rows: DatabaseRows): string[] {
	const problems: string[] = [];
	if (!view.isReady) problems.push(`${name} is still loading.`);
	if (view.canStop) problems.push(`${name} still offers Stop.`);
	for (const { isBusy, text } of view.messages) {
		if (isBusy) problems.push(`${name} shows an answer as running: “${text}”.`);
	}
	const [first] = view.messages;
	if (!first) return problems;
	const chatId = rows.messages.find(({ content }) => content === questionsIn(first.text)[0])?.chatId;
	if (chatId === undefined) return [...problems, `${name} shows “${first.text}”, which is not stored.`];
	const shown = view.messages.map(({ author, text }) => `${author}: ${essence(text)}`);
	const stored = storedPath(rows, chatId);
	if (shown.join('\n') !== stored.join('\n')) {
		problems.push(
			`${name} shows\n    ${shown.join('\n    ')}\n  but stored is\n    ${stored.join('\n    ')}`,
		);
	}
	return problems;
}

/** Checks that every window is at rest and shows what is stored. */
export function checkWindows({ windows, rows }: Evidence): string[] {
	return [...windows].flatMap(([name, view]) => checkWindow(name, view, rows));
}
