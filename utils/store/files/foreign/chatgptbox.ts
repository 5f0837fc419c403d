/** ChatGPTBox: `chatgptbox-data.json`, all that it stores; its chats under `sessions`, and nothing else is read. */
import type { ForeignReader } from './foreign-chat.ts';
import { textPart } from './foreign-chat.ts';
import { inLine } from './linear.ts';
import { splitThinking } from './think-tags.ts';
import { fieldsOf, has, isObject, nameOf, textOf, timeOf } from './values.ts';

export const readChatgptbox: ForeignReader = (value) => {
	if (!has(value, 'conversationRecords')) return null;
	const session = fieldsOf(value);
	const records = session.conversationRecords;
	if (!Array.isArray(records)) return null;
	const model = nameOf(session.modelName) ?? nameOf(session.aiName);
	const sound = records.filter(isObject).map(fieldsOf);
	const messages = sound.flatMap(({ question, answer }, place) => [
		{ id: `q${place}`, role: 'user' as const, parts: textPart(textOf(question)) },
		{ id: `a${place}`, role: 'assistant' as const, parts: splitThinking(textOf(answer)), model },
	]);
	return {
		id: nameOf(session.sessionId) ?? null,
		title: textOf(session.sessionName),
		model,
		createdAt: timeOf(session.createdAt),
		updatedAt: timeOf(session.updatedAt),
		messages: inLine(messages.filter(({ parts }) => parts.length > 0)),
		losses: {},
		broken: records.length - sound.length,
	};
};
