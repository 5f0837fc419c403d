import { isPiece } from '../../../utils/chat/pieces.ts';
import type { Attachment } from '../../../utils/chat/schema.ts';
import type { Target } from '../../../utils/chat/target.ts';
import type { ChatServices } from '../services/chat-services.ts';
import { joinText } from '../services/join-text.ts';

interface Asked {
	text: string;
	target: Target;
	attachments: readonly Attachment[];
}

/**
 * Asks one question about each piece that is attached, and then one that joins the answers. The first is asked now, or
 * after the running answer; the others stand in the chat's waiting list, where the user can take each back. All else that
 * is attached goes with the first.
 */
export function askInPieces(
	{ session }: Pick<ChatServices, 'session'>,
	{ text, target, attachments }: Asked,
): void {
	const pieces = attachments.filter(isPiece);
	const others = attachments.filter((attachment) => !isPiece(attachment));
	for (const [place, piece] of pieces.entries()) {
		const about = place === 0 ? [...others, piece] : [piece];
		if (session.getState().runningAnswerId === null) session.ask(text, target, about);
		else session.askLater(text, about);
	}
	if (pieces.some(({ piece }) => piece && piece.of > 1)) session.askLater(joinText(text));
}
