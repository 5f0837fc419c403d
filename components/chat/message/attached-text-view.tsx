import { useState } from 'react';
import { i18n } from '#i18n';
import { pieceOf } from '../../../utils/chat/pieces.ts';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { attachedName } from '../../ui/attached-name.ts';
import { QuoteSource } from './quote-view.tsx';
import { textSize } from './text-size.ts';

/** A page or a file that a question carries: a box with its name, which opens to what was sent of it. */
export function AttachedTextView({ part }: { part: PartOf<'page' | 'file'> }) {
	const [isOpen, setIsOpen] = useState(false);
	const name = attachedName(part.type === 'page' ? { ...part, name: part.title || part.url } : part);
	return (
		<details
			className="min-w-0 rounded-md border border-border px-2.5 py-1.5 text-sm"
			onToggle={(event) => setIsOpen(event.currentTarget.open)}
		>
			<summary className="cursor-pointer rounded-sm text-muted [overflow-wrap:anywhere]">
				<span dir="auto">{name}</span> · {textSize(part).text}
			</summary>
			{isOpen && (
				<>
					{part.type === 'page' && <QuoteSource quote={part} />}
					{pieceOf(part) && <p className="text-muted italic">{i18n.t('attach.pieceOnce')}</p>}
					{/* It can be as long as a book. */}
					<p className="mt-1 max-h-80 overflow-y-auto text-start whitespace-pre-wrap text-muted [overflow-wrap:anywhere] [unicode-bidi:plaintext]">
						{part.text}
					</p>
				</>
			)}
		</details>
	);
}
