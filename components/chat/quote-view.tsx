import type { Quote } from '../../utils/chat/types.ts';
import { CollapsibleText } from './collapsible-text.tsx';
import { QuoteSource } from './quote-source.tsx';

/** Text from a page, as a question carries it. */
export function QuoteView({ quote }: { quote: Quote }) {
	return (
		<blockquote className="min-w-0 border-l-2 border-accent pl-2.5 text-sm text-muted">
			<QuoteSource quote={quote} />
			<CollapsibleText text={quote.text} />
		</blockquote>
	);
}
