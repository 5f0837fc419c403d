import { i18n } from '#i18n';
import type { Quote } from '../../../utils/chat/schema.ts';
import { CollapsibleText } from './collapsible-text.tsx';

/** The page's address when it is one of the web's, else null: a page names itself, so it is not taken at its word. */
function webAddress(url: string): string | null {
	return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/** Where a quote is from: the page's title, which leads there. */
export function QuoteSource({ quote }: { quote: Quote }) {
	const address = webAddress(quote.url);
	const host = address ? new URL(address).host : '';
	const title = quote.title || host || i18n.t('chat.selection');
	if (!address)
		return (
			<div dir="auto" className="truncate text-xs font-medium">
				{title}
			</div>
		);
	return (
		<a
			dir="auto"
			href={address}
			target="_blank"
			rel="noreferrer"
			title={address}
			className="block truncate rounded-sm text-xs font-medium text-text hover:underline"
		>
			{title}
			{quote.title && <span className="font-normal text-muted"> · {host}</span>}
		</a>
	);
}

/** Text from a page, as a question carries it. */
export function QuoteView({ quote }: { quote: Quote }) {
	return (
		<blockquote dir="auto" className="min-w-0 border-s-2 border-accent ps-2.5 text-sm text-muted">
			<QuoteSource quote={quote} />
			<CollapsibleText text={quote.text} />
		</blockquote>
	);
}
