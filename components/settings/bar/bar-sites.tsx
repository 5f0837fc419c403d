import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type BarSetting, readHost } from '../../../utils/settings/bar.ts';
import { Button } from '../../ui/button.tsx';
import { isEnterKey } from '../../ui/key-of.ts';
import { TextField } from '../../ui/text-field.tsx';
import { HostList } from './host-list.tsx';

interface BarSitesProps {
	bar: BarSetting;
	isLocked: boolean;
	onChange: (changed: Partial<BarSetting>) => void;
}

/** The sites on which the bar is shown, and a field to add one. */
export function BarSites({ bar, isLocked, onChange }: BarSitesProps) {
	const [typed, setTyped] = useState('');
	const [isWrong, setIsWrong] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const { sites, hidden } = bar;

	/** The browser asks for access right in the click, or not at all. */
	function add(): void {
		const host = readHost(typed);
		setIsWrong(host === null);
		if (host === null) {
			field.current?.focus();
			return;
		}
		setTyped('');
		onChange({
			sites: [...sites.filter((other) => other !== host), host],
			hidden: hidden.filter((other) => other !== host),
		});
	}

	return (
		<div className="flex flex-col gap-3">
			<HostList
				hosts={sites}
				isLocked={isLocked}
				nameOf={(host) => i18n.t('bar.remove', { host })}
				onRemove={(host) => {
					field.current?.focus();
					onChange({ sites: sites.filter((other) => other !== host) });
				}}
			/>
			{!isLocked && (
				<div className="flex flex-wrap items-start gap-2">
					<div className="min-w-40 flex-1">
						<TextField
							ref={field}
							label={i18n.t('bar.site')}
							hint={i18n.t('bar.siteHint')}
							error={isWrong ? i18n.t('bar.siteWrong') : undefined}
							dir="ltr"
							spellCheck={false}
							autoCapitalize="none"
							value={typed}
							onChange={(event) => {
								setTyped(event.target.value);
								setIsWrong(false);
							}}
							onKeyDown={(event) => {
								if (!isEnterKey(event.nativeEvent)) return;
								// Else it would save the whole form.
								event.preventDefault();
								add();
							}}
						/>
					</div>
					<Button className="mt-6" onClick={add}>
						<Plus size={16} aria-hidden="true" />
						{i18n.t('bar.add')}
					</Button>
				</div>
			)}
		</div>
	);
}
