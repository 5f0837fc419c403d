import type { AttachedText } from './text-dialog.tsx';

/**
 * Replaces the text of an attachment. The share of the page shrinks with the text, and never grows by what the user
 * adds.
 */
export function withText(attached: AttachedText, text: string): AttachedText {
	if (attached.type === 'file') return { ...attached, text };
	const share = attached.share * Math.min(1, text.length / Math.max(1, attached.text.length));
	return { ...attached, text, share };
}
