/** ChatGPT: `conversations.json`, or its newer parts `conversations-000.json`…; each chat a tree under `mapping`. */
import { chatgptParts } from './chatgpt-parts.ts';
import type { ForeignChat, ForeignMessage, ForeignReader, Losses } from './foreign-chat.ts';
import { joinTurns } from './join-turns.ts';
import { type Fields, fieldsOf, has, isObject, listOf, nameOf, textOf, timeOf } from './values.ts';

interface Node {
	id: string;
	parentId: string | null;
	/** Null where the program shows nothing: the root, instructions, empty steps. */
	message: ForeignMessage | null;
}

export const readChatgpt: ForeignReader = (value) => {
	if (!has(value, 'mapping')) return null;
	const chat = fieldsOf(value);
	if (!isObject(chat.mapping)) return null;
	const losses: Losses = {};
	const model = nameOf(chat.default_model_slug);
	const nodes = readNodes(fieldsOf(chat.mapping), { losses, model });
	const shown = skipHidden(nodes);
	const { messages, placeOf, unreached } = joinTurns(shown.messages);
	const current = shown.nearest(textOf(chat.current_node));
	const read: ForeignChat = {
		id: nameOf(chat.conversation_id) ?? nameOf(chat.id) ?? null,
		title: textOf(chat.title),
		isPinned: chat.is_starred === true,
		model,
		createdAt: timeOf(chat.create_time),
		updatedAt: timeOf(chat.update_time),
		leafId: current === null ? null : (placeOf.get(current) ?? null),
		messages,
		losses,
		broken: nodes.broken + unreached,
	};
	return read;
};

interface Nodes {
	byId: Map<string, Node>;
	broken: number;
}

function readNodes(mapping: Fields, given: { losses: Losses; model: string | undefined }): Nodes {
	const byId = new Map<string, Node>();
	const parents = new Map<string, string>();
	let broken = 0;
	for (const [id, value] of Object.entries(mapping)) {
		if (!isObject(value)) {
			broken += 1;
			continue;
		}
		const node = fieldsOf(value);
		for (const child of listOf(node.children)) if (typeof child === 'string') parents.set(child, id);
		const message = isObject(node.message) ? readMessage(id, fieldsOf(node.message), given) : null;
		byId.set(id, { id, parentId: nameOf(node.parent) ?? null, message });
	}
	// Some programs that write this format give the children only.
	for (const node of byId.values()) node.parentId ??= parents.get(node.id) ?? null;
	return { byId, broken };
}

const ENDS: Readonly<Record<string, string>> = { stop: 'stop', max_tokens: 'length' };

function readMessage(
	id: string,
	message: Fields,
	{ losses, model }: { losses: Losses; model: string | undefined },
): ForeignMessage | null {
	const metadata = fieldsOf(message.metadata);
	const role = textOf(fieldsOf(message.author).role);
	if (role === 'system' || metadata.is_visually_hidden_from_conversation === true) return null;
	const parts = chatgptParts(message, losses);
	if (parts.length === 0) return null;
	const end = textOf(fieldsOf(metadata.finish_details).type);
	return {
		id,
		parentId: null,
		role: role === 'user' ? 'user' : 'assistant',
		parts,
		model: role === 'user' ? undefined : (nameOf(metadata.model_slug) ?? model),
		createdAt: timeOf(message.create_time),
		status: end === 'interrupted' ? 'stopped' : 'done',
		finishReason: ENDS[end],
	};
}

/** Leaves out the nodes that show nothing: what follows one follows the nearest shown one above it. */
function skipHidden({ byId }: Nodes) {
	const known = new Map<string, string | null>();

	/** The shown node at this place, or the nearest above it; null where there is none. */
	function nearest(id: string | null): string | null {
		const passed: string[] = [];
		const seen = new Set<string>();
		let at = id;
		let found: string | null = null;
		while (at !== null && !seen.has(at)) {
			const cached = known.get(at);
			if (cached !== undefined) {
				found = cached;
				break;
			}
			seen.add(at);
			const node = byId.get(at);
			if (node?.message) {
				found = at;
				break;
			}
			passed.push(at);
			at = node?.parentId ?? null;
		}
		for (const one of passed) known.set(one, found);
		return found;
	}

	const messages: ForeignMessage[] = [];
	for (const { message, parentId } of byId.values()) {
		if (message) messages.push({ ...message, parentId: nearest(parentId) });
	}
	return { messages, nearest };
}
