import type { Failure } from '../lockchat/types.ts';

/** The name of the port between the background and the document that hosts the model. Each port carries one answer. */
export const MODEL_PORT = 'browser-model';

/** What the document sends: an empty piece when the model is loaded, a piece of the answer, the end, or what went wrong. */
export type FromHost = { text: string } | { failure: Failure } | { hasEnded: true };
