import { i18n } from '#i18n';
import type { Message, Timing } from '../../../utils/chat/schema.ts';
import { formatNumber, locale, plural } from '../../../utils/platform/texts.ts';
import { duration } from '../../ui/elapsed.tsx';

const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
/** From here on a tenth of a second says nothing more. */
const WHOLE_FROM_MS = 9_950;

/** “3.2 s”, “12 s”, “1 min 5 s”. */
export function spanOf(ms: number): string {
	if (ms >= WHOLE_FROM_MS) return duration(Math.round(ms / 1_000));
	return i18n.t('chat.seconds', { seconds: tenths.format(Math.max(100, ms) / 1_000) });
}

/** How long all runs of an answer took, in milliseconds. */
export const wholeMs = ({ totalMs, earlierMs = 0 }: Timing): number => earlierMs + totalMs;

/**
 * The line below an answer: its model, how long it took, and its tokens as the server counted them. What is not known is
 * left out, and so are the tokens of an answer that was continued, since only those of its last part were counted.
 */
export function footText({ model, timing, usage }: Message): string {
	const isWhole = timing?.earlierMs === undefined;
	return [
		model ?? '',
		timing ? spanOf(wholeMs(timing)) : '',
		usage && usage.completionTokens > 0 && isWhole ? plural('chat.foot.tokens', usage.completionTokens) : '',
	]
		.filter((text) => text !== '')
		.join(' · ');
}

/** Tokens a second, from the first words to the end; null where that is not known, or too short a time to tell. */
export function speedOf({ timing, usage }: Message): number | null {
	if (!timing || !usage || usage.completionTokens <= 0) return null;
	const { totalMs, firstMs = 0 } = timing;
	// An answer that came whole has no time in which it grew.
	const grewMs = totalMs - firstMs >= totalMs / 10 ? totalMs - firstMs : totalMs;
	return grewMs < 50 ? null : (usage.completionTokens * 1_000) / grewMs;
}

/** “41.3”, “8”. */
export const roundSpeed = (speed: number): string =>
	speed < 10 ? tenths.format(speed) : formatNumber(Math.round(speed));
