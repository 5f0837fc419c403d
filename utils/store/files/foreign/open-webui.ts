/** Open WebUI: a list of chats, each with `chat.history`: messages by their ids, and the id of the last one shown. */
import { readAttachments } from './attached.ts';
import type { ForeignMessage, ForeignReader, Losses } from './foreign-chat.ts';
import { inLine } from './linear.ts';
import { openWebuiParts, openWebuiQuestion } from './open-webui-parts.ts';
import { type Fields, fieldsOf, has, isObject, listOf, nameOf, numberOf, textOf, timeOf } from './values.ts';

export const readOpenWebui: ForeignReader = (value) => {
	if (!has(value, 'chat')) return null;
	const entry = fieldsOf(value);
	const chat = fieldsOf(entry.chat);
	const history = fieldsOf(chat.history);
	const isTree = isObject(history.messages);
	const given: [string, unknown][] = isTree
		? Object.entries(fieldsOf(history.messages))
		: listOf(chat.messages).map((message, place) => [nameOf(fieldsOf(message).id) ?? `m${place}`, message]);
	if (!isTree && !Array.isArray(chat.messages)) return null;

	const losses: Losses = {};
	const sound = given.flatMap(([id, message]): [string, Fields][] =>
		isObject(message) ? [[id, fieldsOf(message)]] : [],
	);
	const hidden = new Map(sound.filter(([, { role }]) => role === 'system'));
	const messages = sound
		.map(([id, message]) => readMessage(id, message, { hidden, losses }))
		.filter((message) => message !== null);
	const params = fieldsOf(chat.params);
	const written = [...hidden.values()].map(({ content }) => textOf(content)).join('\n\n');
	return {
		id: nameOf(entry.id) ?? nameOf(chat.id) ?? null,
		title: nameOf(entry.title) ?? textOf(chat.title),
		isPinned: entry.pinned === true,
		model: nameOf(listOf(chat.models)[0]),
		systemPrompt: nameOf(params.system) ?? nameOf(chat.system) ?? nameOf(written),
		temperature: numberOf(params.temperature),
		createdAt: timeOf(entry.created_at) ?? timeOf(chat.timestamp),
		updatedAt: timeOf(entry.updated_at),
		leafId: nameOf(history.currentId) ?? null,
		messages: isTree ? messages : inLine(messages),
		losses,
		broken: given.length - messages.length - hidden.size,
	};
};

function readMessage(
	id: string,
	message: Fields,
	{ hidden, losses }: { hidden: ReadonlyMap<string, Fields>; losses: Losses },
): ForeignMessage | null {
	const { role } = message;
	if (role !== 'user' && role !== 'assistant') return null;
	return {
		id,
		parentId: aboveHidden(nameOf(message.parentId) ?? null, hidden),
		role,
		parts: [
			...readAttachments(message.files, losses),
			...(role === 'user' ? openWebuiQuestion(message.content, losses) : openWebuiParts(message, losses)),
		],
		model: role === 'user' ? undefined : nameOf(message.model),
		createdAt: timeOf(message.timestamp),
		status: message.done === false ? 'stopped' : message.error ? 'failed' : 'done',
	};
}

/** The parent that is no system prompt. */
function aboveHidden(id: string | null, hidden: ReadonlyMap<string, Fields>): string | null {
	const seen = new Set<string>();
	let at = id;
	while (at !== null && hidden.has(at) && !seen.has(at)) {
		seen.add(at);
		at = nameOf(hidden.get(at)?.parentId) ?? null;
	}
	return at;
}
