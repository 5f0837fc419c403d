import { i18n } from '#i18n';
import type { Quote } from '../../../utils/chat/schema.ts';
import { CollapsibleText } from './collapsible-text.tsx';

/** The page's address if it is a web address, else null. The address comes from the page, so it is not trusted. */
function webAddress(url: string): string | null {
	return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

/** The title of the quoted page, as a link to it. */
export function QuoteSource({ quote }: { quote: Pick<Quote, 'title' | 'url'> }) {
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
