import type { Row } from '../row.ts';

export const ANSWER = '"Hello from the other side." → stop';
export const PART = '"Hello from the"';

/** All three have the whole answer. */
export const whole: Row = { all: ANSWER };

/** Why ours differs, where several tables need the same reason. */
export const KEY_SHOWN =
	'A key that the server repeats is masked; the others hand it on, into logs and screenshots.';
export const TOOLS =
	'A known difference: this client offers no tools, so that it tells a call of one as not supported.';
export const TOOLS_BESIDE_TEXT =
	'A known difference: this client offers no tools, so that a call beside text is dropped, and the text kept.';

/** What the others make of a body in which they find no chunk. */
export const NOTHING = { openai: '→ end', aiSdk: '✗ broken' };
