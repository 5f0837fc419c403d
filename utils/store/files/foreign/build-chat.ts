import type { Message } from '../../../chat/schema.ts';
import { titleOf } from '../../../chat/title-of.ts';
import type { BuiltChat, ForeignChat, ForeignFormat, ForeignMessage } from './foreign-chat.ts';

/**
 * The chat as ours. Its ids are made of the program's, so that the same chat, imported again, is known again; they begin
 * with the program's name, so that no file can name a chat that was made here.
 *
 * A message that follows one which is not there becomes a first one: no words are lost. Where no time is known, a
 * message stands a millisecond behind the one that it follows.
 */
export function buildChat(format: ForeignFormat, foreign: ForeignChat, now: number): BuiltChat {
	const messages = firstOfEachId(foreign.messages);
	const chatId = `${format}-${shortId(foreign.id ?? digest(contentOf(foreign)))}`;
	const ids = new Map(messages.map(({ id }) => [id, `${chatId}:${shortId(id)}`]));
	const createdAt = foreign.createdAt ?? messages[0]?.createdAt ?? foreign.updatedAt ?? now;
	const times = timesOf(messages, createdAt);
	const built = messages.map((message): Message => {
		const { id, parentId, role, parts, model, status = 'done', finishReason } = message;
		return {
			id: ids.get(id) ?? id,
			chatId,
			parentId: parentId === null ? null : (ids.get(parentId) ?? null),
			role,
			parts,
			status,
			...(role === 'assistant' && model !== undefined && { model }),
			...(finishReason !== undefined && { finishReason }),
			createdAt: times.get(id) ?? createdAt,
		};
	});
	const { systemPrompt, temperature, isPinned = false, leafId = null } = foreign;
	const first = built.find(({ role }) => role === 'user') ?? built[0];
	const last = Math.max(createdAt, latestOf(times));
	return {
		chat: {
			id: chatId,
			title: foreign.title.trim() || (first ? titleOf(first) : ''),
			isPinned,
			endpointId: '',
			model: foreign.model ?? messages.findLast(({ model }) => model !== undefined)?.model ?? '',
			...(systemPrompt !== undefined && { systemPrompt }),
			...(temperature !== undefined && { temperature }),
			leafId: leafId === null ? null : (ids.get(leafId) ?? null),
			createdAt,
			updatedAt: foreign.updatedAt ?? last,
		},
		messages: built,
	};
}

function latestOf(times: ReadonlyMap<string, number>): number {
	let last = 0;
	for (const time of times.values()) last = Math.max(last, time);
	return last;
}

function firstOfEachId(messages: readonly ForeignMessage[]): ForeignMessage[] {
	const first = new Map<string, ForeignMessage>();
	for (const message of messages) if (!first.has(message.id)) first.set(message.id, message);
	return [...first.values()];
}

/** Each message's time. One that has none, or stands before the one it follows, comes a millisecond behind that. */
function timesOf(messages: readonly ForeignMessage[], createdAt: number): Map<string, number> {
	const byId = new Map(messages.map((message) => [message.id, message]));
	const times = new Map<string, number>();
	for (const message of messages) {
		const line: ForeignMessage[] = [];
		const seen = new Set<string>();
		let next: ForeignMessage | undefined = message;
		while (next && !times.has(next.id) && !seen.has(next.id)) {
			seen.add(next.id);
			line.push(next);
			next = next.parentId === null ? undefined : byId.get(next.parentId);
		}
		let before = next && times.get(next.id);
		for (const { id, createdAt: own } of line.reverse()) {
			const time = before === undefined ? (own ?? createdAt) : Math.max(own ?? 0, before + 1);
			times.set(id, time);
			before = time;
		}
	}
	return times;
}

/** Room for the program's name and two ids in the longest that an id of ours may be. */
const MAX_PART = 40;

function shortId(id: string): string {
	return id.length > MAX_PART || id === '' ? digest(id) : id;
}

function contentOf({ title, createdAt, messages }: ForeignChat): string {
	return JSON.stringify([title, createdAt ?? null, ...messages.map(({ role, parts }) => [role, parts])]);
}

/** 106 bits that tell texts apart (cyrb53 of Bryc, twice). They protect nothing. */
function digest(text: string): string {
	return [0, 1].map((seed) => cyrb53(text, seed).toString(36).padStart(11, '0')).join('');
}

function cyrb53(text: string, seed: number): number {
	let a = 0xdeadbeef ^ seed;
	let b = 0x41c6ce57 ^ seed;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		a = Math.imul(a ^ code, 2654435761);
		b = Math.imul(b ^ code, 1597334677);
	}
	a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return 4294967296 * (2097151 & b) + (a >>> 0);
}
