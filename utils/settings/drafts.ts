import { defineSettingsItem } from './settings-item.ts';
import { textRecord } from './text-record.ts';

/** Unsent questions by chat id, until the browser closes; `new` is the chat that has none yet. */
export const drafts = defineSettingsItem<Record<string, string>>({
	key: 'session:drafts',
	fallback: {},
	schema: textRecord,
});

export async function draftOf(chatId: string): Promise<string> {
	return (await drafts.getValue())[chatId] ?? '';
}

/** An empty text removes the draft. The caller waits between keystrokes; this does not. */
export async function saveDraft(chatId: string, text: string): Promise<void> {
	const { [chatId]: _, ...others } = await drafts.getValue();
	await drafts.setValue(text === '' ? others : { ...others, [chatId]: text });
}
