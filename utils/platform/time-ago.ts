import { i18n } from '#i18n';
import { locale } from './texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const thisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const monthOfThisYear = new Intl.DateTimeFormat(locale, { month: 'long' });
const monthOfOtherYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
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
	return (isSameYear(date, new Date(now)) ? thisYear : otherYear).format(date);
}

function isSameYear(one: Date, other: Date): boolean {
	return one.getFullYear() === other.getFullYear();
}

/** The heading under which something of this time stands in a list: “Today”, “Yesterday”, “Last 7 days”, “March”. */
export function dayHeading(time: number, now = Date.now()): string {
	const date = new Date(time);
	const days = daysBetween(date, new Date(now));
	// A time in the future comes of a clock that was set.
	if (days <= 0) return i18n.t('time.today');
	if (days === 1) return i18n.t('time.yesterday');
	if (days < 7) return i18n.t('time.lastWeek');
	const month = (isSameYear(date, new Date(now)) ? monthOfThisYear : monthOfOtherYear).format(date);
	return month.charAt(0).toLocaleUpperCase(locale) + month.slice(1);
}
