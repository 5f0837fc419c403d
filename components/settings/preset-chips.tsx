import { i18n } from '#i18n';
import { PRESETS, type Preset } from '../../utils/settings/presets.ts';
import { Button } from '../ui/button.tsx';

export interface PresetChipsProps {
	/** The server URL as typed, by which the chosen preset is marked. */
	url: string;
	onPick: (preset: Preset & { name: string }) => void;
}

/** Servers that people are likely to have; a click on one fills in the fields. */
export function PresetChips({ url, onPick }: PresetChipsProps) {
	const picked = PRESETS.find((preset) => preset.url === url);
	return (
		<fieldset className="flex flex-col gap-2">
			<legend className="mb-2 text-sm font-medium">{i18n.t('settings.startFrom')}</legend>
			<div className="flex flex-wrap gap-1.5">
				{PRESETS.map((preset) => {
					const name = i18n.t(`preset.${preset.id}.name`);
					return (
						<Button
							key={preset.id}
							size="sm"
							aria-pressed={preset === picked}
							className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
							onClick={() => onPick({ ...preset, name })}
						>
							{name}
						</Button>
					);
				})}
			</div>
			{picked && picked.place !== 'public' && (
				<p className="text-sm text-muted">{i18n.t(`preset.${picked.id}.note`)}</p>
			)}
		</fieldset>
	);
}
