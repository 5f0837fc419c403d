import { watchOpenTabs } from '../../../utils/bar/open-tabs.ts';
import { hasPatterns, requestPatterns } from '../../../utils/platform/permissions.ts';
import { type BarSetting, barHosts, barPatterns, patternsOf } from '../../../utils/settings/bar.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { giveBack } from '../fixes/give-back.ts';

/** The hosts of the setting to whose pages the user has given no access, or has taken it away. */
export async function hostsWithoutAccess(bar: BarSetting): Promise<string[]> {
	const hosts = barHosts(bar);
	const given = await Promise.all(hosts.map((host) => hasPatterns(patternsOf(host))));
	return hosts.filter((_, place) => !given[place]);
}

/**
 * Asks the user for access to the pages of the setting, and puts the bar into those that are open already. Call it first in
 * a click's handler. What the user answers is seen by the permissions themselves.
 */
export async function allowBar(bar: BarSetting): Promise<void> {
	const patterns = barPatterns(bar);
	if (patterns.length === 0) return;
	try {
		if (await requestPatterns(patterns)) await watchOpenTabs(patterns);
	} catch (error) {
		// The settings show what is not allowed, with a button to ask again.
		console.info('Access could not be asked for.', error);
	}
}

/**
 * Stores another setting, asks for the access that it needs, and gives back what nothing needs any more. Call it first in a
 * click's handler. Rejects if the browser does not store it.
 *
 * @returns the origins of servers that lost their access by this: see `giveBack`
 */
export async function changeBar(before: BarSetting, change: Partial<BarSetting>): Promise<string[]> {
	const after = { ...before, ...change };
	const isMore = barHosts(after).some((host) => !barHosts(before).includes(host));
	const asked = isMore ? allowBar(after) : Promise.resolve();
	await savePreferences({ bar: after });
	await asked;
	return giveBack(before, after);
}
