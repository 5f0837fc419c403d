import type { Message } from '../../../utils/chat/schema.ts';
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import { locale } from '../../../utils/platform/texts.ts';

const PER = 1_000_000;

/** What an answer cost in US dollars: as its server told, else by the prices in the list of models; null where neither does. */
export function costOf(
	{ usage }: Pick<Message, 'usage'>,
	details: ModelDetails | null,
): { dollars: number; isCounted: boolean } | null {
	if (!usage) return null;
	if (usage.cost !== undefined) return { dollars: usage.cost, isCounted: true };
	if (!details?.price) return null;
	const { input, output } = details.price;
	const dollars = (usage.promptTokens * input + usage.completionTokens * output) / PER;
	return { dollars, isCounted: false };
}

/** “$0.0123”: two digits of what is less than a cent. */
export function dollarText(dollars: number): string {
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency: 'USD',
		currencyDisplay: 'narrowSymbol',
		...(dollars > 0 && dollars < 0.01 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }),
	}).format(dollars);
}
