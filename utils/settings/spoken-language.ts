import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

/** The languages of the interface; `browser` is whichever of them the browser chooses. */
export const LANGUAGES = ['browser', 'en', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The chosen language, for the background, which cannot read where pages find it (see `appearance.ts`): its menus speak
 * it, too.
 */
export const spokenLanguage = defineSettingsItem<Language>({
	key: 'local:language',
	fallback: 'browser',
	schema: v.picklist(LANGUAGES),
});
