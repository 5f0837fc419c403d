import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { BAR_PLACES, type BarSetting } from '../../../utils/settings/bar.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CARD, Section } from '../fields/section.tsx';
import { LostAccess } from '../fixes/lost-access.tsx';
import { BarSites } from './bar-sites.tsx';
import { allowBar, changeBar } from './change-bar.ts';
import { HiddenSites } from './hidden-sites.tsx';
import { useBar } from './use-bar.ts';

const NAMES = {
	nowhere: () => i18n.t('bar.nowhere'),
	sites: () => i18n.t('bar.sites'),
	everywhere: () => i18n.t('bar.everywhere'),
} as const;

/** Where a bar is shown beside a selection. What is changed here holds at once. */
export function BarSection({ isLocked }: { isLocked: boolean }) {
	const stored = useBar();
	const [hasFailed, setHasFailed] = useState(false);
	const [lost, setLost] = useState<readonly string[]>([]);
	const places = useRef<HTMLFieldSetElement>(null);
	const [isAllowing, setIsAllowing] = useState(false);
	const isMissing = stored !== null && stored.missing.length > 0;
	// The button goes away when the user has allowed it, and the focus must not go with it.
	useEffect(() => {
		if (isMissing || !isAllowing) return;
		setIsAllowing(false);
		if (document.activeElement === document.body)
			places.current?.querySelector<HTMLElement>(':checked')?.focus();
	}, [isMissing, isAllowing]);
	if (!stored) return null;
	const { bar, missing } = stored;

	/** Right in the click, as browsers ask no later. */
	function allow(): void {
		setIsAllowing(true);
		void allowBar(bar);
	}

	function change(changed: Partial<BarSetting>): void {
		setHasFailed(false);
		setLost([]);
		changeBar(bar, changed).then(setLost, (error: unknown) => {
			console.error('The bar could not be stored.', error);
			setHasFailed(true);
		});
	}

	return (
		<Section title={i18n.t('bar.title')} hint={i18n.t('bar.hint')}>
			<div className={`${CARD} flex flex-col gap-4 p-4`}>
				<fieldset ref={places} className="flex flex-col gap-1.5" disabled={isLocked}>
					<legend className="sr-only">{i18n.t('bar.title')}</legend>
					{BAR_PLACES.map((where) => (
						<label key={where} className="flex items-center gap-2.5">
							<input
								type="radio"
								name="bar"
								className="size-4 shrink-0 accent-accent"
								aria-describedby="bar-note"
								checked={bar.where === where}
								onChange={() => change({ where })}
							/>
							{NAMES[where]()}
						</label>
					))}
				</fieldset>
				<div id="bar-note" className="flex flex-col gap-1 text-sm text-muted">
					<p>{i18n.t(isLocked ? 'settings.managed.note' : 'bar.reason')}</p>
					<p>{i18n.t('bar.keys')}</p>
					{import.meta.env.FIREFOX && <p>{i18n.t('bar.firefox')}</p>}
				</div>
				{isMissing && (
					<Notice
						role="alert"
						look="warning"
						actions={
							<Button size="sm" onClick={allow}>
								{i18n.t('bar.allow')}
							</Button>
						}
					>
						{bar.where === 'everywhere'
							? i18n.t('bar.missingAll')
							: i18n.t('bar.missing', { hosts: missing.join(', ') })}
					</Notice>
				)}
				{lost.length > 0 && <LostAccess origins={lost} />}
				{hasFailed && (
					<Notice role="alert" look="danger">
						{i18n.t('bar.failed')}
					</Notice>
				)}
				{bar.where === 'sites' && <BarSites bar={bar} isLocked={isLocked} onChange={change} />}
				{bar.where !== 'nowhere' && bar.hidden.length > 0 && (
					<HiddenSites hidden={bar.hidden} isLocked={isLocked} onChange={change} />
				)}
			</div>
		</Section>
	);
}
