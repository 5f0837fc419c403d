import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import { searchPresets } from '../../../utils/settings/preset-search.ts';
import type { Preset } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { presetName } from './preset-text.ts';

const GROUPS: { place: Preset['place']; title: () => string }[] = [
	{ place: 'computer', title: () => i18n.t('settings.presets.computer') },
	{ place: 'cloud', title: () => i18n.t('settings.presets.cloud') },
	{ place: 'public', title: () => i18n.t('settings.presets.public') },
];

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

interface PresetPickerProps {
	/** Says what is chosen here. */
	legend: string;
	presets: readonly Preset[];
	picked: Preset | undefined;
	onPick: (preset: Preset) => void;
}

/**
 * A searchable list of servers. Tab reaches the search box and then one server of the list; the arrow keys lead through
 * all of them. Enter in the search box takes the first server shown.
 */
export function PresetPicker({ legend, presets, picked, onPick }: PresetPickerProps) {
	const [query, setQuery] = useState('');
	const box = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLDivElement>(null);
	const id = useId();
	const shown = searchPresets(presets, query, presetName);
	const entry = picked && shown.includes(picked) ? picked : shown[0];

	function search(event: KeyboardEvent<HTMLInputElement>): void {
		const key = keyOf(event.nativeEvent);
		if (key === 'Enter') {
			// The search box stands in a form, and Enter must not submit that.
			event.preventDefault();
			if (query.trim() !== '' && shown[0]) onPick(shown[0]);
		} else if (key === 'ArrowDown') {
			event.preventDefault();
			list.current?.querySelector('button')?.focus();
		}
	}

	function move(event: KeyboardEvent<HTMLButtonElement>): void {
		const step = STEPS[keyOf(event.nativeEvent)];
		if (step === undefined || !list.current) return;
		event.preventDefault();
		const buttons = [...list.current.querySelectorAll('button')];
		const next = buttons.indexOf(event.currentTarget) + step;
		if (next < 0) box.current?.focus();
		else buttons[next]?.focus();
	}

	return (
		<fieldset className="flex min-w-0 flex-col gap-2">
			<legend className="mb-2 text-sm font-medium">{legend}</legend>
			<SearchField
				ref={box}
				label={i18n.t('settings.presets.search')}
				aria-controls={id}
				query={query}
				onSearch={setQuery}
				onKeyDown={search}
			/>
			<div ref={list} id={id} className="flex flex-col gap-2">
				{GROUPS.map(({ place, title }) => {
					const here = shown.filter((preset) => preset.place === place);
					if (here.length === 0) return null;
					return (
						<div key={place} className="flex flex-col gap-1.5">
							<p id={`${id}${place}`} className="text-xs text-muted">
								{title()}
							</p>
							<ul aria-labelledby={`${id}${place}`} className="flex flex-wrap gap-1.5">
								{here.map((preset) => (
									<li key={preset.id}>
										<Button
											size="sm"
											tabIndex={preset === entry ? 0 : -1}
											aria-pressed={preset === picked}
											className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
											onKeyDown={move}
											onClick={() => onPick(preset)}
										>
											{presetName(preset)}
										</Button>
									</li>
								))}
							</ul>
						</div>
					);
				})}
			</div>
			<p aria-live="polite" className="text-sm text-muted empty:hidden">
				{query.trim() !== '' &&
					(shown.length === 0
						? i18n.t('settings.presets.none')
						: plural('settings.presets.shown', shown.length))}
			</p>
		</fieldset>
	);
}
