import type { Part, PartOf } from '../../../chat/schema.ts';
import { countLoss, type Losses, reasoningPart, textPart } from './foreign-chat.ts';
import { splitThinking } from './think-tags.ts';
import { type Fields, fieldsOf, isObject, jsonOf, listOf, textOf, timeOf } from './values.ts';

const SOURCE = 'Open WebUI';

/** An answer's parts: from its list `output`, or from the text, where thoughts and tools stand as HTML. */
export function openWebuiParts(message: Fields, losses: Losses): Part[] {
	const output = listOf(message.output).filter(isObject).map(fieldsOf);
	const parts = output.length > 0 ? outputParts(output, losses) : contentParts(textOf(message.content));
	// Where several models answered and their answers were joined, or where something went wrong, the text is empty:
	// the words stand in `merged`, or in `error`.
	const { merged, error } = message;
	return [
		...parts,
		...textPart(textOf(fieldsOf(merged).content)),
		...(parts.length > 0 ? [] : textPart(textOf(fieldsOf(error).content))),
	];
}

/** A question's parts: its text, or a list of texts and pictures. */
export function openWebuiQuestion(content: unknown, losses: Losses): Part[] {
	for (const part of listOf(content)) if (fieldsOf(part).type === 'image_url') countLoss(losses, 'image');
	return textPart(textOf(content) || wordsOf(content));
}

const wordsOf = (value: unknown): string =>
	listOf(value)
		.map((one) => textOf(fieldsOf(one).text))
		.join('');

function outputParts(output: readonly Fields[], losses: Losses): Part[] {
	const parts: Part[] = [];
	for (const item of output) {
		if (item.type === 'message') parts.push(...textPart(wordsOf(item.content)));
		else if (item.type === 'reasoning') {
			const startedAt = timeOf(item.started_at);
			const endedAt = timeOf(item.ended_at);
			const text = wordsOf(item.content) || wordsOf(item.summary);
			parts.push(
				...reasoningPart(text, {
					...(startedAt !== undefined && { startedAt }),
					...(startedAt !== undefined && endedAt !== undefined && { endedAt }),
				}),
			);
		} else if (item.type === 'function_call') {
			parts.push(toolPart(textOf(item.call_id), textOf(item.name), jsonOf(item.arguments ?? '')));
		} else if (item.type === 'function_call_output') {
			addResult(parts, textOf(item.call_id), wordsOf(item.output) || textOf(item.output));
		} else countLoss(losses, 'content');
	}
	return parts;
}

function toolPart(callId: string, name: string, input: string): PartOf<'tool'> {
	return { type: 'tool', callId, name, input, state: 'done', source: SOURCE };
}

function addResult(parts: Part[], callId: string, output: string): void {
	const at = parts.findLastIndex((part) => part.type === 'tool' && part.callId === callId);
	const call = parts[at];
	if (call?.type === 'tool') parts[at] = { ...call, output };
	else parts.push({ type: 'tool', callId, name: '', input: '', state: 'done', output, source: SOURCE });
}

/** How thoughts and calls of tools begin in a text. What they hold is in HTML's escapes, so that no `<` stands in it. */
const DETAILS = /<details\s+type="(reasoning|tool_calls|code_interpreter)"([^<>]*)>/gi;
const DETAILS_END = '</details>';

/** An answer's text, with the thoughts and the calls of tools in it as parts of their own. */
function contentParts(content: string): Part[] {
	const parts: Part[] = [];
	let at = 0;
	for (const match of content.matchAll(DETAILS)) {
		if (match.index < at) continue;
		const bodyAt = match.index + match[0].length;
		const end = content.indexOf(DETAILS_END, bodyAt);
		if (end < 0) break;
		parts.push(...textPart(content.slice(at, match.index).trim()));
		at = end + DETAILS_END.length;
		parts.push(...detailsParts(match[1] ?? '', match[2] ?? '', content.slice(bodyAt, end)));
	}
	if (at === 0) return splitThinking(content);
	return [...parts, ...textPart(content.slice(at).trimStart())];
}

function detailsParts(type: string, attributes: string, body: string): Part[] {
	const text = unescapeHtml(withoutSummary(body)).trim();
	if (type.toLowerCase() === 'reasoning') return reasoningPart(text.replace(/^> ?/gm, ''));
	const attribute = (name: string) =>
		unescapeHtml(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
	if (type.toLowerCase() === 'code_interpreter') {
		const code = /^`{3,}.*\n([\s\S]*?)\n?`{3,}$/.exec(text)?.[1] ?? text;
		return [{ ...toolPart('', type, code), output: outputOfCode(attribute('output')) }];
	}
	const call = toolPart(attribute('id'), attribute('name') || type, asText(attribute('arguments')));
	return [{ ...call, output: asText(attribute('result') || text) }];
}

/** Undefined where it is no JSON. */
function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return undefined;
	}
}

/** A text that was made a string of JSON before it was escaped; anything else as it is. */
function asText(written: string): string {
	const value = written.startsWith('"') ? parsed(written) : undefined;
	return typeof value === 'string' ? value : written;
}

/** What running code gave: what it printed, its errors, and its value. */
function outputOfCode(written: string): string {
	const value = parsed(written);
	if (!isObject(value)) return asText(written);
	const { stdout, stderr, result } = fieldsOf(value);
	const given = [stdout, stderr, result ?? ''].map(jsonOf).filter((one) => one.trim() !== '');
	return given.join('\n');
}

function withoutSummary(body: string): string {
	const end = body.indexOf('</summary>');
	return end < 0 ? body : body.slice(end + '</summary>'.length);
}

const REFERENCES: Readonly<Record<string, string>> = {
	'&gt;': '>',
	'&lt;': '<',
	'&quot;': '"',
	'&#x27;': "'",
	'&#39;': "'",
	'&amp;': '&',
};

function unescapeHtml(text: string): string {
	return text.replace(/&(?:gt|lt|quot|#x27|#39|amp);/g, (reference) => REFERENCES[reference] ?? reference);
}
