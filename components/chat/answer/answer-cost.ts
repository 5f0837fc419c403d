import { useEffect, useState } from 'react';
import type { Message } from '../../../utils/chat/schema.ts';
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import { locale } from '../../../utils/platform/texts.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';

/** What the server's list of models tells of a model; null where it tells nothing, and until that has been read. */
export function useModelDetails(
	endpoint: Endpoint | undefined,
	model: string | undefined,
): ModelDetails | null {
	const [details, setDetails] = useState<ModelDetails | null>(null);
	useEffect(() => {
		let isGone = false;
		const read = async () => {
			const models = endpoint ? knownModelsOf(await allKnownModels.getValue(), endpoint) : [];
			if (!isGone) setDetails(models.find(({ id }) => id === model) ?? null);
		};
		void read();
		return () => {
			isGone = true;
		};
	}, [endpoint, model]);
	return details;
}

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
