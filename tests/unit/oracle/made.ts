import { createHash } from 'node:crypto';

/** Why there is no whole answer, in terms that fit all three clients. */
export type Trouble =
	/** The server complained, by its status or in the answer's body. `words` are those that a reader gets to see. */
	| { kind: 'refused'; status?: number; words: string }
	/** The connection broke, or the answer stopped before its end. */
	| { kind: 'broken' }
	/** What came is not of this protocol. */
	| { kind: 'unreadable' }
	/** All of it came, and no answer was in it. */
	| { kind: 'no answer'; code: string };

/** What a client makes of an answer. */
export interface Made {
	text: string;
	reasoning: string;
	refusal: string;
	/** As `name(arguments)`. */
	toolCalls: string[];
	/** In the server's own words; null where the answer ended without one. */
	finishReason: string | null;
	trouble: Trouble | null;
	/** Tokens of the question and of the answer, `7 + 5`; null where none were counted. */
	usage: string | null;
}

export const nothingMade = (): Made => ({
	text: '',
	reasoning: '',
	refusal: '',
	toolCalls: [],
	finishReason: null,
	trouble: null,
	usage: null,
});

/** A complaint that stands in an answer's body: its code may be the status that the server meant. */
export function refusal(words: string, code: unknown): Trouble {
	const status = Number(code);
	return { kind: 'refused', words, ...(status >= 400 && status <= 599 && { status }) };
}

/** In UTF-16 code units. */
const LONGEST_QUOTE = 200;

function quote(text: string): string {
	if (text.length <= LONGEST_QUOTE) return JSON.stringify(text);
	return `${text.length} letters ${createHash('sha1').update(text).digest('hex').slice(0, 8)}`;
}

function describeTrouble(trouble: Trouble): string {
	switch (trouble.kind) {
		case 'refused':
			return `refused${trouble.status === undefined ? '' : ` ${trouble.status}`}: ${trouble.words}`;
		case 'no answer':
			return `no answer: ${trouble.code}`;
		case 'broken':
		case 'unreadable':
			return trouble.kind;
	}
}

/** All of it in one line, for tables: `thinks "The user greets me." "Hello." → stop (7 + 5)`. A `✗` marks a trouble. */
export function describeMade(made: Made): string {
	const parts = [
		made.reasoning && `thinks ${quote(made.reasoning)}`,
		made.text && quote(made.text),
		made.refusal && `declines ${quote(made.refusal)}`,
		...made.toolCalls,
		made.trouble ? `✗ ${describeTrouble(made.trouble)}` : `→ ${made.finishReason || 'end'}`,
		made.usage && `(${made.usage})`,
	];
	return parts.filter(Boolean).join(' ');
}
