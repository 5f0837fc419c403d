import type { Message, MessageNode } from '../../chat/schema.ts';
import type { RunClient } from '../window/run-client.ts';

/** Messages that a window shows though the database does not have them: just asked here, or refused by it. */
export interface UnstoredMessages {
	/** None was asked in this window that the database does not know yet. */
	isEmpty(): boolean;
	/** Of those asked here: their rows are waited for. */
	awaitedIds(): string[];
	add(messages: readonly Message[]): void;
	/** The database has these now. */
	settle(rows: ReadonlyMap<string, Message>): void;
	/** The stored nodes and those of messages that are not stored. */
	withNodes(stored: ReadonlyMap<string, MessageNode>): MessageNode[];
	/** The stored rows as `view` shows them, and those that are not stored or whose end is not. */
	withRows(
		stored: ReadonlyMap<string, Message>,
		view: (row: Message) => Message,
	): ReadonlyMap<string, Message>;
}

function nodeOf({ id, parentId, role, createdAt }: Message): MessageNode {
	return { id, parentId, role, createdAt, updatedAt: createdAt };
}

const isRunning = ({ status }: Message): boolean => status === 'waiting' || status === 'streaming';

export function createUnstoredMessages(client: RunClient): UnstoredMessages {
	const asked = new Map<string, Message>();

	const refused = (): readonly Message[] => client.getUnsaved()?.messages ?? [];

	/** What the background says of a message is newer than what this window made of it. */
	const all = (): Map<string, Message> =>
		new Map([...asked, ...refused().map((message) => [message.id, message] as const)]);

	return {
		isEmpty: () => asked.size === 0,
		awaitedIds: () => [...asked.keys()],
		add(messages) {
			for (const message of messages) asked.set(message.id, message);
		},
		settle(rows) {
			for (const id of asked.keys()) if (rows.has(id)) asked.delete(id);
		},
		withNodes(stored) {
			const unstored = [...all().values()].filter(({ id }) => !stored.has(id));
			return [...stored.values(), ...unstored.map(nodeOf)];
		},
		withRows(stored, view) {
			const rows = all();
			for (const [id, row] of stored) {
				// A row that could not be written again still stands as running.
				const isOutdated = isRunning(row) && refused().some((message) => message.id === id);
				if (!isOutdated) rows.set(id, view(row));
			}
			return rows;
		},
	};
}
