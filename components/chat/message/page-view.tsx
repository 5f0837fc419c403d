import { useState } from 'react';
import { i18n } from '#i18n';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { pageSize } from './page-size.ts';
import { QuoteSource } from './quote-view.tsx';

/** A page that a question carries: a box with its name, which opens to what was sent of it. */
export function PageView({ page }: { page: PartOf<'page'> }) {
	const [isOpen, setIsOpen] = useState(false);
	return (
		<details
			className="min-w-0 rounded-md border border-border px-2.5 py-1.5 text-sm"
			onToggle={(event) => setIsOpen(event.currentTarget.open)}
		>
			<summary className="cursor-pointer rounded-sm text-muted [overflow-wrap:anywhere]">
				<span dir="auto">{i18n.t('parts.page', { name: page.title || page.url })}</span> ·{' '}
				{pageSize(page).text}
			</summary>
			{isOpen && (
				<>
					<QuoteSource quote={page} />
					{/* It can be as long as a book. */}
					<p className="mt-1 max-h-80 overflow-y-auto text-start whitespace-pre-wrap text-muted [overflow-wrap:anywhere] [unicode-bidi:plaintext]">
						{page.text}
					</p>
				</>
			)}
		</details>
	);
}
