import {
	dropPatterns,
	givenPatterns,
	hasPatterns,
	originPattern,
	requestPatterns,
} from '../../../utils/platform/permissions.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { type BarSetting, barPatterns, surplusPatterns } from '../../../utils/settings/bar.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';

/** Which of these origins the extension has no access to. */
export async function originsWithoutAccess(origins: readonly string[]): Promise<string[]> {
	const given = await Promise.all(origins.map((origin) => hasPatterns([originPattern(origin)])));
	return origins.filter((_, place) => !given[place]);
}

async function withAccess(patterns: readonly string[]): Promise<string[]> {
	const given = await Promise.all(patterns.map((pattern) => hasPatterns([pattern])));
	return patterns.filter((_, place) => given[place]);
}

/**
 * Gives back the access that nothing needs any more after a change of the bar.
 *
 * Access to all sites covers that to a server. What the user had given to the server itself stays: Firefox leaves it, and
 * Chromium, which drops what it covers, gives it again without asking. Where the server had no access of its own, browsers
 * keep none for it, and whether it can do without is not known: its user has to be asked.
 *
 * @returns the origins of servers to which there was access before and is none now
 */
export async function giveBack(before: BarSetting, after: BarSetting): Promise<string[]> {
	const all = (await endpoints.getValue()).flatMap((endpoint) => whereTo(endpoint)?.origin ?? []);
	const origins = [...new Set(all)];
	const servers = origins.map(originPattern);
	const surplus = surplusPatterns(before, after, servers);
	if (surplus.length === 0) return [];
	try {
		const given = await givenPatterns();
		const held = await withAccess([...new Set([...servers, ...barPatterns(after)])]);
		await dropPatterns(surplus);
		const still = await withAccess(held);
		const again = held.filter((pattern) => given.includes(pattern) && !still.includes(pattern));
		if (again.length > 0) await requestPatterns(again).catch(console.info);
		return await originsWithoutAccess(origins.filter((origin) => held.includes(originPattern(origin))));
	} catch (error) {
		console.info('Not all access could be given back.', error);
		return [];
	}
}
