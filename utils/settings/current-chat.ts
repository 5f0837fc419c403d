import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

/** The chat that a window shows when it opens; null for a new one. It is forgotten when the browser closes. */
export const currentChat = defineSettingsItem<string | null>({
	key: 'session:current-chat',
	fallback: null,
	schema: v.nullable(v.string()),
});
