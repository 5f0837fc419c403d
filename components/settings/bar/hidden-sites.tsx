import { useRef } from 'react';
import { i18n } from '#i18n';
import type { BarSetting } from '../../../utils/settings/bar.ts';
import { HostList } from './host-list.tsx';

interface HiddenSitesProps {
	hidden: readonly string[];
	isLocked: boolean;
	onChange: (changed: Partial<BarSetting>) => void;
}

/** The sites on which the user has hidden the bar, to show it there again. */
export function HiddenSites({ hidden, isLocked, onChange }: HiddenSitesProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	return (
		<div className="flex flex-col gap-1">
			<h3 ref={heading} tabIndex={-1} className="text-sm font-medium">
				{i18n.t('bar.hiddenOn')}
			</h3>
			<HostList
				hosts={hidden}
				isLocked={isLocked}
				nameOf={(host) => i18n.t('bar.showAgain', { host })}
				onRemove={(host) => {
					heading.current?.focus();
					onChange({ hidden: hidden.filter((other) => other !== host) });
				}}
			/>
		</div>
	);
}
