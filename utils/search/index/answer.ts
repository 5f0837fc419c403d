import type { Message } from '../../chat/schema.ts';
import type { SearchSource } from '../../store/search-source.ts';
import type { Found, LeaderMessage, WindowMessage } from '../protocol.ts';
import { findHits } from '../words/find-hits.ts';
import { parseQuery, type Query, toMatch } from '../words/query.ts';
import { snippetOf } from '../words/snippet.ts';
import { searchedTextOf } from './searched-text.ts';
import type { Candidate, WordIndex } from './word-index.ts';

export type Ask = Extract<WindowMessage, { type: 'ask' }>;
type Answer = Extract<LeaderMessage, { type: 'found' }>;

/** Candidates that are looked at at a time, at most. */
const PAGE = 200;
/** So many are looked at first for each message that is asked for: few of them do not have what was typed. */
const FIRST_SHARE = 1.5;
/** When so many candidates were none, the search ends: the words are too common for their beginnings. */
const MAX_CANDIDATES = 4_000;
const MAX_TITLES = 50;

export interface AnswerOptions {
	index: WordIndex;
	source: Pick<SearchSource, 'readMessages'>;
	/** Whether the window has asked something newer, so that nobody waits for this answer. */
	isStale: () => boolean;
}

/** Finds messages, the newest first, and chats by their titles. Null when the answer is not wanted any more. */
export async function answer(
	{ from, id, text, limit }: Ask,
	{ index, source, isStale }: AnswerOptions,
): Promise<Answer | null> {
	const query = parseQuery(text);
	const reply: Answer = { type: 'found', to: from, id, found: [], hasMore: false, titleChatIds: [] };
	if (query.length === 0) return reply;
	const match = toMatch(query);
	reply.titleChatIds = index
		.searchTitles(match, MAX_TITLES)
		.filter(({ title }) => findHits(title, query))
		.map(({ chatId }) => chatId);
	let before = Number.MAX_SAFE_INTEGER;
	for (let looked = 0; looked < MAX_CANDIDATES; ) {
		const page = looked === 0 ? Math.min(PAGE, Math.ceil(limit * FIRST_SHARE)) : PAGE;
		const candidates = index.search(match, { before, limit: page });
		const messages = await source.readMessages(candidates.map(({ messageId }) => messageId));
		if (isStale()) return null;
		for (const candidate of candidates) {
			const found = check(
				candidate,
				messages.get(candidate.messageId),
				query,
				index.titleOf(candidate.chatId),
			);
			if (!found) continue;
			if (reply.found.length === limit) return { ...reply, hasMore: true };
			reply.found.push(found);
		}
		if (candidates.length < page) return reply;
		looked += candidates.length;
		before = candidates.at(-1)?.row ?? 0;
	}
	return { ...reply, hasMore: true };
}

function check(
	{ chatId, messageId }: Candidate,
	message: Message | undefined,
	query: Query,
	title: string,
): Found | null {
	if (!message || message.chatId !== chatId) return null;
	const text = searchedTextOf(message);
	const hits = findHits(text, query);
	if (!hits) return null;
	const words = [...new Set(hits.map(({ start, end }) => text.slice(start, end)))];
	const { role, createdAt } = message;
	return { chatId, messageId, role, title, createdAt, snippet: snippetOf(text, hits), words };
}
