import { i18n } from '#i18n';
import type { Preset } from '../../../utils/settings/presets.ts';
import { presetName, presetNote } from './preset-text.ts';

/** Says what this server is known to need, and where its key can be got. */
export function PresetNote({ preset }: { preset: Preset }) {
	return (
		<p className="text-sm text-muted">
			{presetNote(preset)}
			{preset.keyUrl && (
				<>
					{' '}
					<a
						href={preset.keyUrl}
						target="_blank"
						rel="noreferrer"
						className="font-medium text-accent underline"
						aria-label={`${i18n.t('settings.presets.getKey')}: ${presetName(preset)}`}
					>
						{i18n.t('settings.presets.getKey')}
						<span aria-hidden="true"> ↗</span>
					</a>
				</>
			)}
		</p>
	);
}
