import { i18n } from '#i18n';
import type { Preset } from '../../../utils/settings/presets.ts';

/** The name by which the user knows a preset. */
export function presetName({ id, name }: Preset): string {
	if (name !== undefined) return name;
	return id === 'local' ? i18n.t('preset.local.name') : i18n.t('preset.public_host.name');
}

/** What a server of this kind is known to need: a sentence or two. */
export function presetNote({ id }: Preset): string {
	return i18n.t(`preset.${id}.note`);
}
