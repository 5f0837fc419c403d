import { useEffect, useState } from 'react';
import { watchPermissions } from '../../../utils/platform/permissions.ts';
import { type BarSetting, barHosts } from '../../../utils/settings/bar.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { useStored } from '../fields/use-stored.ts';
import { hostsWithoutAccess } from './change-bar.ts';

/** The setting of the bar, and the hosts to whose pages there is no access; null until it has been read. */
export function useBar(): { bar: BarSetting; missing: readonly string[] } | null {
	const bar = useStored(preferences)?.bar;
	const [missing, setMissing] = useState<readonly string[]>([]);
	useEffect(() => {
		if (!bar) return;
		if (barHosts(bar).length === 0) return setMissing([]);
		let isGone = false;
		const look = () => void hostsWithoutAccess(bar).then((hosts) => !isGone && setMissing(hosts));
		look();
		const unwatch = watchPermissions(look);
		return () => {
			isGone = true;
			unwatch();
		};
	}, [bar]);
	return bar ? { bar, missing } : null;
}
