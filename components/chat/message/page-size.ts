import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { locale, plural } from '../../../utils/platform/texts.ts';

const percents = new Intl.NumberFormat(locale, { style: 'percent' });

/** How much of a page is in the text, and how long that is: “84% · ≈ 3,100 tokens”. */
export function pageSize({ text, share }: PartOf<'page'>): { tokens: number; text: string } {
	const tokens = estimateTokens(text);
	// Two digits: more would be false precision.
	const rounded = tokens < 100 ? tokens : Number(tokens.toPrecision(2));
	return { tokens, text: `${percents.format(share)} · ${plural('attach.tokens', rounded)}` };
}
