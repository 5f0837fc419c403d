import { i18n } from '#i18n';
import type { Ability, ModelDetails } from '../../utils/lockchat/types.ts';
import { formatNumber, locale } from '../../utils/platform/texts.ts';

const ABILITY_NAMES: Record<Ability, () => string> = {
	vision: () => i18n.t('chat.choose.vision'),
	tools: () => i18n.t('chat.choose.tools'),
	reasoning: () => i18n.t('chat.choose.reasoning'),
};

const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 });
/** Contexts are powers of two, or round numbers: 131,072 is known as 128K, and 200,000 as 200K. */
function contextText(tokens: number): string {
	return compact.format(tokens % 1024 === 0 ? (tokens / 1024) * 1000 : tokens);
}

const dollars = new Intl.NumberFormat(locale, {
	style: 'currency',
	currency: 'USD',
	currencyDisplay: 'narrowSymbol',
	minimumFractionDigits: 0,
	maximumFractionDigits: 3,
});

/** What a million tokens cost, as a sentence; null where that is not told. */
export function priceText({ price }: ModelDetails): string | null {
	if (!price) return null;
	if (price.input === 0 && price.output === 0) return i18n.t('chat.choose.free');
	const [input, output] = [dollars.format(price.input), dollars.format(price.output)];
	return i18n.t('chat.choose.price', { input, output });
}

const BADGE = 'rounded-sm border border-border px-1 text-xs leading-4 whitespace-nowrap text-muted';

/** How much a model reads at once and what it can do, as small labels; nothing where nothing is told. */
export function ModelBadges({ details }: { details: ModelDetails }) {
	const { contextTokens, abilities = [] } = details;
	if (contextTokens === undefined && abilities.length === 0) return null;
	const context = i18n.t('chat.choose.context', { tokens: formatNumber(contextTokens ?? 0) });
	return (
		<span className="flex flex-wrap gap-1">
			{contextTokens !== undefined && (
				<span title={context} className={BADGE}>
					<span aria-hidden="true">{contextText(contextTokens)}</span>
					<span className="sr-only">{context}</span>
				</span>
			)}
			{abilities.map((ability) => (
				<span key={ability} className={BADGE}>
					{ABILITY_NAMES[ability]()}
				</span>
			))}
		</span>
	);
}
