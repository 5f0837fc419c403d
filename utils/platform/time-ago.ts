import { i18n } from '#i18n';
import { locale } from './texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const otherYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** How many calendar days lie between two times in this computer's time zone. */
function daysBetween(earlier: Date, later: Date): number {
	const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
	return Math.round((midnight(later) - midnight(earlier)) / DAY_MS);
}

/** How long ago something was, in words: “5 minutes ago”, “yesterday”, “3 March”. Times are in ms since the epoch. */
export function timeAgo(time: number, now = Date.now()): string {
	const elapsedMs = now - time;
	const date = new Date(time);
	const days = daysBetween(date, new Date(now));
	if (elapsedMs < MINUTE_MS) return i18n.t('time.justNow');
	if (elapsedMs < HOUR_MS) return relative.format(-Math.floor(elapsedMs / MINUTE_MS), 'minute');
	if (days === 0) return relative.format(-Math.floor(elapsedMs / HOUR_MS), 'hour');
	if (days < 7) return relative.format(-days, 'day');
	return (date.getFullYear() === new Date(now).getFullYear() ? thisYear : otherYear).format(date);
}
