/** Page Assist: one object of all that it stores; its chats under `chat`, each with `history` and a list `messages`. */
import { attachedPart, mimeOfDataUrl } from './attached.ts';
import { countLoss, type ForeignMessage, type ForeignReader, type Losses, textPart } from './foreign-chat.ts';
import { inLine } from './linear.ts';
import { splitThinking } from './think-tags.ts';
import { type Fields, fieldsOf, has, isObject, listOf, nameOf, textOf, timeOf } from './values.ts';

export const readPageAssist: ForeignReader = (value) => {
	const entry = fieldsOf(value);
	if (!has(value, 'history') || !Array.isArray(entry.messages) || !isObject(entry.history)) return null;
	const history = fieldsOf(entry.history);
	const losses: Losses = {};
	const given = entry.messages.filter(isObject).map(fieldsOf);
	const messages = given
		.map((message, place) => readMessage(message, place, losses))
		.filter((message) => message !== null)
		// The program itself orders them by their times, and writes them in the order of their keys.
		.sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
	const system = given.filter(({ role }) => role === 'system').map(({ content }) => textOf(content));
	const prompt = nameOf(fieldsOf(history.last_used_prompt).prompt_content) ?? nameOf(system.join('\n\n'));
	return {
		id: nameOf(history.id) ?? null,
		title: textOf(history.title),
		isPinned: history.is_pinned === true,
		model: nameOf(history.model_id),
		systemPrompt: prompt,
		createdAt: timeOf(history.createdAt),
		messages: inLine(messages),
		losses,
		broken: entry.messages.length - messages.length - system.length,
	};
};

function readMessage(
	message: Fields,
	place: number,
	losses: Losses,
): Omit<ForeignMessage, 'parentId'> | null {
	const { role } = message;
	if (role !== 'user' && role !== 'assistant') return null;
	const text = textOf(message.content);
	const images = listOf(message.images).filter((image) => typeof image === 'string' && image !== '');
	const documents = listOf(message.documents).filter(isObject).map(fieldsOf);
	if (listOf(message.sources).length > 0) countLoss(losses, 'content');
	return {
		id: nameOf(message.id) ?? `m${place}`,
		role,
		parts: [
			...images.map((image, at) =>
				attachedPart(
					{ id: `image-${at + 1}`, name: '', mime: mimeOfDataUrl(textOf(image)) || 'image', text: '' },
					losses,
				),
			),
			...documents.map((document) =>
				attachedPart(
					{
						id: textOf(document.url),
						name: textOf(document.title) || textOf(document.filename),
						mime: '',
						text: textOf(document.content),
					},
					losses,
				),
			),
			...(role === 'user' ? textPart(text) : splitThinking(text)),
		],
		model: role === 'user' ? undefined : (nameOf(message.name) ?? nameOf(message.modelName)),
		createdAt: timeOf(message.createdAt),
	};
}
