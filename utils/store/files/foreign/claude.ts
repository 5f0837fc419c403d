/** Claude: `conversations.json`; each chat has `chat_messages`, whose `content` is a list of blocks. */
import type { Part } from '../../../chat/schema.ts';
import { readAttachments } from './attached.ts';
import {
	countLoss,
	type ForeignMessage,
	type ForeignReader,
	type Losses,
	reasoningPart,
	textPart,
} from './foreign-chat.ts';
import { inLine } from './linear.ts';
import { type Fields, fieldsOf, has, isObject, jsonOf, listOf, nameOf, textOf, timeOf } from './values.ts';

export const readClaude: ForeignReader = (value) => {
	if (!has(value, 'chat_messages')) return null;
	const chat = fieldsOf(value);
	if (!Array.isArray(chat.chat_messages)) return null;
	const losses: Losses = {};
	const model = nameOf(chat.model);
	const given = chat.chat_messages.filter(isObject).map(fieldsOf);
	const read = given
		.map((message, place) => readMessage(message, { place, model, losses }))
		.filter((message) => message !== null);
	const isTree = given.some((message) => nameOf(message.parent_message_uuid) !== undefined);
	return {
		id: nameOf(chat.uuid) ?? null,
		title: textOf(chat.name),
		isPinned: chat.is_starred === true,
		model,
		createdAt: timeOf(chat.created_at),
		updatedAt: timeOf(chat.updated_at),
		leafId: nameOf(chat.current_leaf_message_uuid) ?? null,
		messages: isTree ? read : inLine(read),
		losses,
		broken: chat.chat_messages.length - read.length,
	};
};

function readMessage(
	message: Fields,
	{ place, model, losses }: { place: number; model: string | undefined; losses: Losses },
): ForeignMessage | null {
	const { sender } = message;
	if (sender !== 'human' && sender !== 'assistant') return null;
	const blocks = listOf(message.content).map(fieldsOf);
	const attached = [...listOf(message.attachments), ...listOf(message.files_v2 ?? message.files)];
	const parts = blockParts(blocks, losses);
	return {
		id: nameOf(message.uuid) ?? `m${place}`,
		parentId: nameOf(message.parent_message_uuid) ?? null,
		role: sender === 'human' ? 'user' : 'assistant',
		parts: [
			...readAttachments(attached, losses),
			...parts,
			// Older files have the text alone.
			...(parts.length > 0 ? [] : textPart(textOf(message.text))),
		],
		model: sender === 'human' ? undefined : model,
		createdAt: timeOf(message.created_at),
	};
}

function blockParts(blocks: readonly Fields[], losses: Losses): Part[] {
	const parts: Part[] = [];
	for (const block of blocks) {
		if (block.type === 'tool_result') addResult(parts, block);
		else parts.push(...blockPart(block, losses));
	}
	return parts;
}

/** Marks of the program's own, which show nothing. */
const SILENT = new Set(['token_budget', 'flag']);

function blockPart(block: Fields, losses: Losses): Part[] {
	switch (block.type) {
		case 'text':
		case 'voice_note':
			return textPart(textOf(block.text));
		case 'thinking': {
			const startedAt = timeOf(block.start_timestamp);
			const endedAt = timeOf(block.stop_timestamp);
			return reasoningPart(textOf(block.thinking), {
				...(startedAt !== undefined && { startedAt }),
				...(startedAt !== undefined && endedAt !== undefined && { endedAt }),
			});
		}
		case 'tool_use':
			return [
				{
					type: 'tool',
					callId: textOf(block.id),
					name: textOf(block.name),
					input: jsonOf(block.input),
					state: 'done',
					source: nameOf(block.integration_name) ?? 'Claude',
				},
			];
		default:
			if (!SILENT.has(textOf(block.type))) countLoss(losses, 'content');
			return [];
	}
}

function addResult(parts: Part[], block: Fields): void {
	const output =
		typeof block.content === 'string'
			? block.content
			: listOf(block.content)
					.map((one) => textOf(fieldsOf(one).text) || jsonOf(one))
					.join('\n');
	const state = block.is_error === true ? 'failed' : 'done';
	const id = textOf(block.tool_use_id);
	const at = parts.findLastIndex((part) => part.type === 'tool' && (id === '' || part.callId === id));
	const call = parts[at];
	if (call?.type === 'tool') parts[at] = { ...call, output, state };
	else
		parts.push({
			type: 'tool',
			callId: id,
			name: textOf(block.name),
			input: '',
			state,
			output,
			source: 'Claude',
		});
}
