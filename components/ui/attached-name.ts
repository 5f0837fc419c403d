import { i18n } from '#i18n';

interface Attached {
	type: 'page' | 'file';
	name: string;
	/** Which part of it was sent, where it was cut into parts. */
	piece?: { number: number; of: number };
}

/** What a page or a file that was sent is called, and which part of it that was: “File: notes.md · part 2 of 7”. */
export function attachedName({ type, name, piece }: Attached): string {
	const whole = i18n.t(type === 'page' ? 'parts.page' : 'parts.file', { name });
	return piece ? i18n.t('parts.piece', { name: whole, number: piece.number, of: piece.of }) : whole;
}
