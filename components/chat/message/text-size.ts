import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { locale, plural } from '../../../utils/platform/texts.ts';

const percents = new Intl.NumberFormat(locale, { style: 'percent' });

/** Two million characters take a fifth of a second, and a chip is drawn more than once. */
const estimates = new WeakMap<PartOf<'page' | 'file'>, number>();

/** How long an attached text is, and of a page how much of it that is: “84% · ≈ 3,100 tokens”. */
export function textSize(part: PartOf<'page' | 'file'>): { tokens: number; text: string } {
	const tokens = estimates.get(part) ?? estimateTokens(part.text);
	estimates.set(part, tokens);
	// Two digits: more would be false precision.
	const rounded = tokens < 100 ? tokens : Number(tokens.toPrecision(2));
	const text = plural('attach.tokens', rounded);
	return { tokens, text: part.type === 'page' ? `${percents.format(part.share)} · ${text}` : text };
}
