/** Where the bar beside a selection is shown, as the user has set it. */
import * as v from 'valibot';

export const BAR_PLACES = ['nowhere', 'sites', 'everywhere'] as const;

export interface BarSetting {
	/** Fields of a newer version stay. */
	[newer: string]: unknown;
	where: (typeof BAR_PLACES)[number];
	/** Hosts: `site.example` stands for itself, `*.site.example` also for all hosts below it. */
	sites: string[];
	/** Hosts on which the user has hidden the bar, wherever else it is shown. */
	hidden: string[];
}

/** What a host can be here: a name or an IPv4 address as browsers write it. Patterns of extensions know no port. */
const HOST = /^(?:\*\.)?[a-z\d](?:[a-z\d._-]{0,250}[a-z\d])?$/;
const MOST_HOSTS = 500;
const LONGEST_HOST = 260;

/** Whether a host can stand in a match pattern. One that cannot would keep the browser from taking the others. */
export const fitsPattern = (host: string): boolean => HOST.test(host);

/** Whatever browsers call a page's host, also `[::1]` or one with a dot at its end. */
const isHostname = (host: string): boolean => host.length <= LONGEST_HOST && /^[^\s/*]+$/.test(host);

/** The hosts of a list that can be used: one that is broken takes none of the others along, and the newest are kept. */
const hostsThat = (isUsable: (host: string) => boolean) =>
	v.pipe(
		v.array(v.unknown()),
		v.transform((all) => all.filter((host) => typeof host === 'string' && isUsable(host)).slice(-MOST_HOSTS)),
		v.array(v.string()),
	);

export const BAR_VALUE = v.looseObject({
	where: v.picklist(BAR_PLACES),
	sites: hostsThat(fitsPattern),
	hidden: hostsThat(isHostname),
});

export const NO_BAR: Readonly<BarSetting> = { where: 'nowhere', sites: [], hidden: [] };

/** The host in what was typed or pasted: a host, or an address with one; null where there is none. */
export function readHost(typed: string): string | null {
	const address = typed.trim().replace(/^https?:\/\//i, '');
	const below = address.startsWith('*.') ? '*.' : '';
	const rest = `https://${address.slice(below.length)}`;
	if (/\s|:\/\//.test(address) || !URL.canParse(rest)) return null;
	const host = below + new URL(rest).hostname;
	return fitsPattern(host) ? host : null;
}

const covers = (site: string, host: string): boolean =>
	site.startsWith('*.') ? `.${host}`.endsWith(site.slice(1)) : site === host;

/** Whether the bar is to be shown on the pages of a host. */
export function isBarOn({ where, sites, hidden }: BarSetting, host: string): boolean {
	if (where === 'nowhere' || hidden.includes(host)) return false;
	return where === 'everywhere' || sites.some((site) => covers(site, host));
}

/** The match patterns of a host's pages. */
export const patternsOf = (host: string): string[] => [`http://${host}/*`, `https://${host}/*`];

/** The hosts on whose pages the bar is to be shown, but for those on which it is hidden; `*` is every host. */
export const barHosts = ({ where, sites }: BarSetting): string[] =>
	where === 'everywhere' ? ['*'] : where === 'sites' ? sites : [];

/** The match patterns of the pages of these hosts. */
export const barPatterns = (bar: BarSetting): string[] => barHosts(bar).flatMap(patternsOf);

/**
 * The match patterns to which access is given back after a change.
 *
 * @param needed what servers need, whatever becomes of the bar
 */
export function surplusPatterns(before: BarSetting, after: BarSetting, needed: readonly string[]): string[] {
	const kept = new Set([...barPatterns(after), ...needed]);
	return barPatterns(before).filter((pattern) => !kept.has(pattern));
}
