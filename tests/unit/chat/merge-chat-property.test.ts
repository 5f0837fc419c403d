import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeChat } from '../../../utils/chat/merge-chat.ts';
import type { ChatSources, HeardChat, MergedChat } from '../../../utils/chat/merged-chat.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import { contentOf } from '../flat-message.ts';
import { answer, byId, CHAT, heardOf, type Run, runsOf, storedOf, unsavedOf } from './chat-sources.ts';

/** So few ids that the sources often speak of the same messages. */
const ids = ['m1', 'm2', 'm3', 'm4', 'm5'];
const message = fc.record({
	id: fc.constantFrom(...ids),
	chatId: fc.constant('c'),
	parentId: fc.option(fc.constantFrom(...ids)),
	role: fc.constantFrom('user' as const, 'assistant' as const),
	parts: fc.constant<Message['parts']>([]),
	status: fc.constantFrom('waiting' as const, 'streaming' as const, 'done' as const, 'interrupted' as const),
	createdAt: fc.nat(5),
});
const messages = fc.array(message, { maxLength: 4 });
const chat = fc
	.record({ leafId: fc.option(fc.constantFrom(...ids)) })
	.map((fields) => ({ ...CHAT, ...fields }));
const sources: fc.Arbitrary<ChatSources<Run>> = fc.record({
	stored: fc
		.tuple(fc.option(chat, { nil: undefined }), messages, messages)
		.map(([row, read, unread]) => storedOf(row, read, unread)),
	heard: fc
		.record({ runs: messages, preparing: messages, lastSeen: messages, unsaved: messages, count: fc.nat(3) })
		.map(({ runs, preparing, lastSeen, unsaved, count }) =>
			heardOf({
				runs: runsOf(...runs),
				preparing: byId(preparing),
				lastSeen: byId(lastSeen),
				unsaved: unsaved.length > 0 ? unsavedOf(unsaved) : null,
				snapshotCount: count,
			}),
		),
	asked: messages.map(byId),
	changed: fc.option(chat),
});

function mergeAll(steps: readonly ChatSources<Run>[]): MergedChat | undefined {
	return steps.reduce<MergedChat | undefined>((before, step) => mergeChat(step, before), undefined);
}
const steps = fc.array(sources, { minLength: 1, maxLength: 4 });

describe('whatever the sources say, one after the other,', () => {
	it('the path is a path of the tree', () => {
		fc.assert(
			fc.property(steps, (given) => {
				const merged = mergeAll(given);
				const nodes = new Map(merged?.nodes.map((node) => [node.id, node]));
				merged?.path.forEach((entry, at) => {
					const node = nodes.get(entry.id);
					expect(node?.role).toBe(entry.role);
					expect(entry.versions).toContain(entry.id);
					const before = merged.path[at - 1];
					if (before) expect(node?.parentId).toBe(before.id);
					else if (node?.parentId != null) {
						const isBroken = !nodes.has(node.parentId) || merged.path.some(({ id }) => id === node.parentId);
						expect(isBroken).toBe(true);
					}
				});
			}),
		);
	});

	it('a leaf that is known is shown, and no message is lost that a source has', () => {
		fc.assert(
			fc.property(steps, (given) => {
				const merged = mergeAll(given);
				const last = given.at(-1);
				if (!merged || !last) return;
				const { stored, heard } = last;
				const texts = [...heard.runs.keys(), ...heard.lastSeen.keys(), ...heard.preparing.keys()];
				for (const id of [
					...texts.filter((id) => !stored.nodes.has(id) || !heard.preparing.has(id)),
					...stored.rows.keys(),
					...merged.asked.keys(),
				]) {
					expect(merged.messages.has(id)).toBe(true);
				}
				const known = new Set(merged.nodes.map(({ id }) => id));
				for (const { id } of heard.unsaved?.messages ?? []) expect(known.has(id)).toBe(true);
				for (const id of [...stored.nodes.keys(), ...merged.asked.keys()]) expect(known.has(id)).toBe(true);
				expect(known.size).toBe(merged.nodes.length);
				const leafId = merged.chat?.leafId ?? null;
				if (leafId !== null && known.has(leafId)) expect(merged.path.at(-1)?.id).toBe(leafId);
				for (const id of last.asked.keys()) expect(merged.messages.has(id) || !known.has(id)).toBe(true);
			}),
		);
	});

	it('what did not change is the same object as before', () => {
		fc.assert(
			fc.property(steps, sources, (given, last) => {
				const once = mergeChat(last, mergeAll(given));
				const again = mergeChat({ ...last, asked: once.asked, changed: null }, once);
				const onceMore = mergeChat({ ...last, asked: again.asked, changed: null }, again);
				expect(onceMore.chat).toBe(again.chat);
				expect(onceMore.path).toBe(again.path);
				expect(onceMore.messages).toBe(again.messages);
				expect(onceMore.nodes).toBe(again.nodes);
				for (const [id, shownNow] of onceMore.messages) expect(again.messages.get(id)).toBe(shownNow);
			}),
		);
	});

	it('an answer never goes blank while anybody but its preparation has a text of it', () => {
		fc.assert(
			fc.property(sources, fc.constantFrom('stored', 'unsaved', 'lastSeen'), (given, owner) => {
				const text = answer({ id: 'm1', status: 'interrupted', content: 'partial' });
				const heard: HeardChat<Run> = heardOf({ preparing: byId([answer({ id: 'm1', parentId: null })]) });
				const merged = mergeChat({
					...given,
					stored: owner === 'stored' ? storedOf(CHAT, [text]) : storedOf(CHAT, []),
					heard: {
						...heard,
						...(owner === 'unsaved' && { unsaved: unsavedOf([text]) }),
						...(owner === 'lastSeen' && { lastSeen: byId([text]) }),
					},
				});
				expect(contentOf(merged.messages.get('m1'))).toBe('partial');
			}),
		);
	});
});
