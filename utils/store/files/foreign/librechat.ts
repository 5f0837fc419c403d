/**
 * LibreChat: one chat a file. Its messages are a list whose members name their parent, or a tree under `messages` or
 * `messagesTree` whose members hold their `children`.
 */
import type { Part } from '../../../chat/schema.ts';
import { readAttachments } from './attached.ts';
import {
	countLoss,
	type ForeignMessage,
	type ForeignReader,
	type Losses,
	namedImage,
	reasoningPart,
	textPart,
} from './foreign-chat.ts';
import { splitThinking } from './think-tags.ts';
import {
	type Fields,
	fieldsOf,
	has,
	isObject,
	jsonOf,
	listOf,
	nameOf,
	numberOf,
	textOf,
	timeOf,
} from './values.ts';

export const readLibrechat: ForeignReader = (value) => {
	if (!has(value, 'conversationId')) return null;
	const chat = fieldsOf(value);
	const top = chat.messagesTree ?? chat.messages;
	if (!Array.isArray(top)) return null;
	const losses: Losses = {};
	const options = fieldsOf(chat.options);
	const { found, broken } = flatten(top);
	// A file without branches may name no parents: then its messages follow each other.
	const hasParents = found.some(({ parentId, isNested }) => isNested || parentId !== null);
	const messages = found.map(({ fields, parentId }, place): ForeignMessage => {
		const before = place === 0 ? null : idOf(found[place - 1]?.fields ?? {}, place - 1);
		return readMessage(fields, { id: idOf(fields, place), parentId: hasParents ? parentId : before, losses });
	});
	return {
		id: nameOf(chat.conversationId) ?? null,
		title: textOf(chat.title),
		model: nameOf(options.model),
		systemPrompt: nameOf(options.promptPrefix) ?? nameOf(options.system),
		temperature: numberOf(options.temperature),
		messages,
		losses,
		broken,
	};
};

interface Found {
	fields: Fields;
	parentId: string | null;
	isNested: boolean;
}

const idOf = (fields: Fields, place: number) => nameOf(fields.messageId) ?? `m${place}`;

/** Every message of the tree, each before its children; without recursion, as a chat is as deep as it is long. */
function flatten(top: readonly unknown[]): { found: Found[]; broken: number } {
	const found: Found[] = [];
	let broken = 0;
	const open = top.map((value) => ({ value, parentId: null as string | null, isNested: false })).reverse();
	for (let next = open.pop(); next; next = open.pop()) {
		if (!isObject(next.value)) {
			broken += 1;
			continue;
		}
		const fields = fieldsOf(next.value);
		const id = idOf(fields, found.length);
		const parentId = next.isNested ? next.parentId : (nameOf(fields.parentMessageId) ?? null);
		found.push({ fields, parentId, isNested: next.isNested });
		for (const value of listOf(fields.children).toReversed())
			open.push({ value, parentId: id, isNested: true });
	}
	return { found, broken };
}

function readMessage(
	message: Fields,
	{ id, parentId, losses }: { id: string; parentId: string | null; losses: Losses },
): ForeignMessage {
	// The oldest files only name the sender.
	const isUser =
		message.isCreatedByUser === true || (message.isCreatedByUser === undefined && message.sender === 'User');
	const attached = [...listOf(message.files), ...listOf(message.attachments)];
	const blocks = listOf(message.content).filter(isObject).map(fieldsOf);
	const parts = blocks.flatMap((block) => blockParts(block, losses));
	const text = textOf(message.text);
	return {
		id,
		parentId,
		role: isUser ? 'user' : 'assistant',
		parts: [
			...readAttachments(attached, losses),
			...(parts.length > 0 ? parts : isUser ? textPart(text) : wordsOf(text)),
		],
		model: isUser ? undefined : nameOf(message.model),
		createdAt: timeOf(message.createdAt),
		status: message.error === true ? 'failed' : message.unfinished === true ? 'stopped' : 'done',
		finishReason: nameOf(message.finish_reason),
	};
}

/** Older answers have their thoughts in the text, between `:::thinking` and `:::`. */
function wordsOf(text: string): Part[] {
	const match = /^\s*:::thinking\n([\s\S]*?)\n:::\n?/.exec(text);
	if (!match) return splitThinking(text);
	return [...reasoningPart((match[1] ?? '').trim()), ...textPart(text.slice(match[0].length).trimStart())];
}

/** A block's words stand under its type, as a text or as `{ value }`. */
function blockParts(block: Fields, losses: Losses): Part[] {
	const type = textOf(block.type);
	const value = block[type];
	const words = typeof value === 'string' ? value : textOf(fieldsOf(value).value);
	switch (type) {
		case 'text':
		case 'error':
			return textPart(words);
		case 'think':
			return reasoningPart(words);
		case 'tool_call':
			return [toolPart(fieldsOf(value))];
		case 'image_file': {
			const image = fieldsOf(value);
			countLoss(losses, 'image');
			return [
				{
					...namedImage(textOf(image.file_id) || 'image', textOf(image.filename)),
					width: numberOf(image.width) ?? 0,
					height: numberOf(image.height) ?? 0,
				},
			];
		}
		case 'image_url':
			countLoss(losses, 'image');
			return [];
		// Says which agent goes on, and shows nothing.
		case 'agent_update':
			return [];
		default:
			countLoss(losses, 'content');
			return [];
	}
}

function toolPart(call: Fields): Part {
	const inner = fieldsOf(call.function);
	const output = call.output ?? inner.output;
	return {
		type: 'tool',
		callId: textOf(call.id),
		name: nameOf(call.name) ?? textOf(inner.name),
		input: jsonOf(call.args ?? inner.arguments ?? ''),
		state: 'done',
		...(output !== undefined && output !== null && { output: jsonOf(output) }),
		source: 'LibreChat',
	};
}
