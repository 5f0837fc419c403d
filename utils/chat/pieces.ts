import { attachmentsOf } from './parts.ts';
import type { Attachment, Message, Part, PartOf } from './schema.ts';

/** A text that was too long for the model is asked about in pieces, one a question; see `piece` in the schema. */
export type Piece = NonNullable<PartOf<'page' | 'file'>['piece']>;

export function pieceOf(part: Part): Piece | null {
	return part.type === 'page' || part.type === 'file' ? (part.piece ?? null) : null;
}

export function isPiece(attachment: Attachment): attachment is PartOf<'page' | 'file'> {
	return pieceOf(attachment) !== null;
}

/** The piece that a question is about; null where it is about none. */
export function pieceOfQuestion({ role, parts }: Pick<Message, 'role' | 'parts'>): Piece | null {
	if (role !== 'user') return null;
	return (
		attachmentsOf(parts)
			.map(pieceOf)
			.find((piece) => piece !== null) ?? null
	);
}

/** A message without the texts of pieces: a piece is read once, and the answer about it stands for it from then on. */
export function withoutPieces<M extends Pick<Message, 'parts'>>(message: M): M {
	if (!message.parts.some(pieceOf)) return message;
	return { ...message, parts: message.parts.map((part) => (pieceOf(part) ? { ...part, text: '' } : part)) };
}

/**
 * What of a path is sent for the answer to its last question. Of a question about a piece, the text goes along only while
 * that very question is answered. A question about a piece goes without those about the pieces before it: together they
 * would be too long again, and each is to be answered by its own text.
 */
export function pathForAnswer(path: readonly Message[]): Message[] {
	const last = path.findLastIndex(({ role }) => role === 'user');
	const asked = path[last];
	let number = asked ? pieceOfQuestion(asked)?.number : undefined;
	let first = last;
	for (let place = last - 1; number !== undefined && place >= 0; place -= 1) {
		const message = path[place];
		if (message?.role !== 'user') continue;
		const before = pieceOfQuestion(message)?.number;
		if (before === undefined || before >= number) break;
		number = before;
		first = place;
	}
	return path.flatMap((message, place) => {
		if (place >= last) return [message];
		return place < first ? [withoutPieces(message)] : [];
	});
}

/** Of what the model has left, the question about a piece and its answer need some. */
const SHARE = 0.75;
/** However long the chat is already, a piece has this share of what the model reads. */
const LEAST_SHARE = 0.25;
/** The answers about all pieces are read together at the end, in this share of what the model reads. */
const SHARE_OF_ANSWERS = 0.5;
const WORDS_PER_TOKEN = 0.6;
/** An answer of fewer words about a piece would say too little. */
const LEAST_WORDS = 40;
/** An answer about a piece is asked to be no longer than this. */
const MOST_WORDS = 400;

/** How many tokens a piece may have, for a model that reads `limit` at once in a chat that has `used` already. */
export function tokensOfPiece(limit: number, used: number): number {
	return Math.floor(Math.max((limit - used) * SHARE, limit * LEAST_SHARE));
}

/**
 * How many words the answer about each of so many pieces may have, so that the model can read all of them at the end; null
 * where that would be too few.
 */
export function wordsForEach(pieces: number, limit: number): number | null {
	const words = Math.floor((limit * SHARE_OF_ANSWERS * WORDS_PER_TOKEN) / pieces / 10) * 10;
	return words < LEAST_WORDS ? null : Math.min(words, MOST_WORDS);
}
