import { useEffect, useState } from 'react';
import type { SettingsItem } from '../../../utils/settings/settings-item.ts';

/** A stored value, also as other windows change it; null until it has been read. */
export function useStored<T>(item: Pick<SettingsItem<T>, 'getValue' | 'watch'>): T | null {
	const [value, setValue] = useState<T | null>(null);
	useEffect(() => {
		let isGone = false;
		const show = (next: T) => !isGone && setValue(next);
		void item.getValue().then(show);
		const unwatch = item.watch(show);
		return () => {
			isGone = true;
			unwatch();
		};
	}, [item]);
	return value;
}
