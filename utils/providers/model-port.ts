import type { Failure } from '../lockchat/failure.ts';

/**
 * How the names of the ports between the background and the document that hosts the model begin. Each port carries one
 * answer.
 */
export const MODEL_PORT = 'browser-model:';

/**
 * The background's message to the document: open a port of this name. The document opens it because a port that the
 * document could be given would not be the document's alone. Where two contexts listen for ports, as the background and
 * the document would, a window's port belongs to both, and the window does not hear that the background has ended.
 */
export interface PortWanted {
	portWanted: string;
}

/**
 * What the document says: the model is loaded (an empty piece), a piece, what was chosen and is not taken, the end, or what
 * went wrong.
 */
export type FromHost = { text: string } | { unused: string[] } | { failure: Failure } | { hasEnded: true };
