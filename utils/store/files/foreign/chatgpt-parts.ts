import type { Part } from '../../../chat/schema.ts';
import { readAttachments } from './attached.ts';
import { withoutMarks } from './chatgpt-marks.ts';
import { countLoss, type Losses, namedImage, reasoningPart, textPart } from './foreign-chat.ts';
import { type Fields, fieldsOf, isObject, listOf, nameOf, numberOf, textOf } from './values.ts';

/** What one node of a ChatGPT chat shows, as our parts. Empty where it shows nothing. */
export function chatgptParts(message: Fields, losses: Losses): Part[] {
	const content = fieldsOf(message.content);
	const metadata = fieldsOf(message.metadata);
	const author = fieldsOf(message.author);
	const attached = listOf(metadata.attachments).filter(isObject).map(fieldsOf);
	const shown = contentParts(content, { metadata, attached, losses });
	if (author.role === 'tool') return outputParts(shown, textOf(author.name));
	const recipient = textOf(message.recipient);
	if (author.role === 'assistant' && recipient !== '' && recipient !== 'all') {
		return callParts(textOf(message.id), recipient, plainText(shown) || textOf(content.text));
	}
	const others = attached.filter(
		(file) => !shown.some((part) => part.type === 'image' && part.blobId === file.id),
	);
	return [...readAttachments(others, losses), ...shown];
}

interface Context {
	metadata: Fields;
	attached: readonly Fields[];
	losses: Losses;
}

/** Steps that ChatGPT itself does not show as words of the chat. */
const HIDDEN = new Set([
	'user_editable_context',
	'model_editable_context',
	'reasoning_recap',
	'app_pairing_content',
]);

function contentParts(content: Fields, { metadata, attached, losses }: Context): Part[] {
	const type = textOf(content.content_type);
	if (HIDDEN.has(type)) return [];
	if (type === 'thoughts') return reasoningPart(listOf(content.thoughts).map(thoughtText).join('\n\n'));
	if (type === 'code') return textPart(fenced(textOf(content.text), textOf(content.language)));
	if (Array.isArray(content.parts)) {
		return joinTexts(content.parts.flatMap((part) => partOf(part, { metadata, attached, losses })));
	}
	const text = [content.text, content.result, content.content].map(textOf).find((found) => found !== '');
	if (text === undefined && type !== '' && type !== 'text' && hasMore(content)) countLoss(losses, 'content');
	return textPart(text ?? '');
}

/** The content has more than its type and empty fields. */
function hasMore({ content_type: _type, ...rest }: Fields): boolean {
	return Object.values(rest).some((value) => value !== null && value !== '' && listOf(value).length !== 0);
}

function thoughtText(thought: unknown): string {
	const { summary, content } = fieldsOf(thought);
	return [textOf(summary) && `**${textOf(summary)}**`, textOf(content)].filter(Boolean).join('\n\n');
}

function partOf(part: unknown, { metadata, attached, losses }: Context): Part[] {
	if (typeof part === 'string') return textPart(withoutMarks(part, metadata));
	if (!isObject(part)) return [];
	const fields = fieldsOf(part);
	const type = textOf(fields.content_type);
	if (type === 'image_asset_pointer') {
		const id = textOf(fields.asset_pointer).replace(/^[\w-]+:\/\//, '');
		const file = attached.find((one) => one.id === id);
		countLoss(losses, 'image');
		return [
			{
				...namedImage(id || 'image', textOf(file?.name) || id, textOf(file?.mime_type)),
				width: numberOf(fields.width) ?? 0,
				height: numberOf(fields.height) ?? 0,
			},
		];
	}
	if (type.includes('audio') && nameOf(fields.text) === undefined) {
		countLoss(losses, 'audio');
		return [];
	}
	const text = textOf(fields.text);
	if (text === '') countLoss(losses, 'content');
	return textPart(text);
}

/** Texts that stand beside each other are one: the program divides a text where it likes. */
function joinTexts(parts: readonly Part[]): Part[] {
	const joined: Part[] = [];
	for (const part of parts) {
		const last = joined.at(-1);
		if (part.type === 'text' && last?.type === 'text') {
			joined[joined.length - 1] = { ...last, text: `${last.text}\n${part.text}` };
		} else joined.push(part);
	}
	return joined;
}

/** A fence longer than any run of backticks in the code. */
function fenced(code: string, language: string): string {
	if (code === '') return '';
	const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}${language === 'unknown' ? '' : language}\n${code}\n${fence}`;
}

const SOURCE = 'ChatGPT';

function callParts(callId: string, name: string, input: string): Part[] {
	return [
		{
			type: 'tool',
			callId,
			name,
			input: input.replace(/^`{3,}.*\n|\n`{3,}$/g, ''),
			state: 'done',
			source: SOURCE,
		},
	];
}

function outputParts(shown: readonly Part[], name: string): Part[] {
	const output = plainText(shown);
	const others = shown.filter(({ type }) => type !== 'text');
	if (output === '') return others;
	return [{ type: 'tool', callId: '', name, input: '', state: 'done', output, source: SOURCE }, ...others];
}

function plainText(parts: readonly Part[]): string {
	return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}
