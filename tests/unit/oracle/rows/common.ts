import type { Row } from '../row.ts';

export const ANSWER = '"Hello from the other side." → stop';
export const PART = '"Hello from the"';

/** All three have the whole answer. */
export const whole: Row = { all: ANSWER };

/** Why ours differs, where several tables need the same reason. */
export const KEY_SHOWN =
	'A key that the server repeats is masked; the others hand it on, into logs and screenshots.';
export const TOOLS =
	'This client offers no tools, so that a call alone is no answer: the failure says that the model wanted tools.';
export const TOOLS_BESIDE_TEXT =
	'This client offers no tools: the text is the answer, and a note below it names the tools that were asked for.';

/** What the others make of a body in which they find no chunk. */
export const NOTHING = { openai: '→ end', aiSdk: '✗ broken' };
