import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

/** The chat that windows open on, until the browser closes; null for a new one. */
export const currentChat = defineSettingsItem<string | null>({
	key: 'session:current-chat',
	fallback: null,
	schema: v.nullable(v.string()),
});
