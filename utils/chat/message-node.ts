/** The skeleton of a message: what a tree needs to know, without its texts. */
export interface MessageNode {
	readonly id: string;
	/** The message this one follows; null for a chat's first question. May be missing from the nodes at hand. */
	readonly parentId: string | null;
	readonly role: 'user' | 'assistant';
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
	/** Grows with each write of the message's row: a stamp to cache by, close to the time of writing. */
	readonly updatedAt: number;
}
