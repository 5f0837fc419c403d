import { useState } from 'react';
import { i18n } from '#i18n';

/** Texts that are longer than this are folded, because they would push the answer out of sight. */
const FOLDED_LENGTH = 600;
const FOLDED_LINES = 8;

function fold(text: string): string {
	const lines = text.slice(0, FOLDED_LENGTH).split('\n', FOLDED_LINES + 1);
	return lines.slice(0, FOLDED_LINES).join('\n').trimEnd();
}

/**
 * Plain text with its line breaks; a long one shows its beginning until all of it is asked for. Each paragraph has a
 * direction of its own. The button stands on the side where the text begins if the parent has `dir="auto"`.
 */
export function CollapsibleText({ text }: { text: string }) {
	const [isOpen, setIsOpen] = useState(false);
	const folded = fold(text);
	const isLong = folded.length < text.trimEnd().length;
	return (
		<div className="min-w-0">
			<p className="text-start whitespace-pre-wrap [overflow-wrap:anywhere] [unicode-bidi:plaintext]">
				{isOpen || !isLong ? text : `${folded}…`}
			</p>
			{isLong && (
				<button
					type="button"
					aria-expanded={isOpen}
					className="mt-1 rounded-sm text-sm font-medium text-accent hover:underline"
					onClick={() => setIsOpen(!isOpen)}
				>
					{isOpen ? i18n.t('chat.showLess') : i18n.t('chat.showAll')}
				</button>
			)}
		</div>
	);
}
