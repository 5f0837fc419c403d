import { contextSize } from '../../../utils/chat/context-size.ts';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { tokensOfPiece, wordsForEach } from '../../../utils/chat/pieces.ts';
import { cutIntoPieces } from '../../../utils/page/cut-at-heading.ts';
import type { ChatServices } from '../services/chat-services.ts';
import type { AttachedText } from './text-dialog.tsx';
import { withText } from './with-text.ts';

/** A question more often asked than this costs more time, and perhaps money, than anyone expects of a click. */
const MOST_PIECES = 60;

/**
 * Puts pieces that the model can read in the place of an attached text, to be asked about one after the other.
 *
 * @param limit how many tokens the model reads at once
 * @returns how many pieces there are; null, and nothing is changed, where they would be too many
 */
export function divide(
	{ session, composer }: Pick<ChatServices, 'session' | 'composer'>,
	attached: AttachedText,
	{ text, limit }: { text: string; limit: number },
): number | null {
	const { chat, path, messages } = session.getState();
	const known = path.flatMap(({ id }) => messages.get(id) ?? []);
	const used = contextSize(known, chat?.systemPrompt).tokens;
	const tokens = tokensOfPiece(limit, used);
	// A book is not cut into hundreds of pieces to find that out.
	if (estimateTokens(text) > MOST_PIECES * tokens) return null;
	const pieces = cutIntoPieces(text, tokens);
	const words = wordsForEach(pieces.length, limit);
	if (words === null || pieces.length > MOST_PIECES) return null;
	composer.replace(
		attached,
		...pieces.map((piece, place) => ({
			...withText(attached, piece),
			piece: { number: place + 1, of: pieces.length, words },
		})),
	);
	return pieces.length;
}
