import type { Failure } from '../lockchat/failure.ts';

/** The name of the port between the background and the document that hosts the model. Each port carries one answer. */
export const MODEL_PORT = 'browser-model';

/**
 * What the document says: the model is loaded (an empty piece), a piece, what was chosen and is not taken, the end, or what
 * went wrong.
 */
export type FromHost = { text: string } | { unused: string[] } | { failure: Failure } | { hasEnded: true };
