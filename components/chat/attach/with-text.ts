import type { AttachedText } from './text-dialog.tsx';

/** The attachment with another text. What was written into the text is no more of the page than before. */
export function withText(attached: AttachedText, text: string): AttachedText {
	if (attached.type === 'file') return { ...attached, text };
	const share = attached.share * Math.min(1, text.length / Math.max(1, attached.text.length));
	return { ...attached, text, share };
}
