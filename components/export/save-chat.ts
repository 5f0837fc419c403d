import type { UnsavedChat } from '../../utils/chat/schema.ts';
import type { Store } from '../../utils/store/store.ts';
import { downloadFile } from '../ui/download-file.ts';
import { chatHtml } from './chat-html.ts';
import { chatMarkdown } from './chat-markdown.ts';
import { titleOf } from './chat-sections.ts';
import { readShownChat, type ShownChat } from './read-chat.ts';

/** What a chat is written as: a file of Markdown, a file of HTML, or Markdown in the clipboard. */
export type ChatFormat = 'markdown' | 'html' | 'copy';

export interface ChatToSave {
	chatId: string;
	/** What the database refused. */
	unsaved: readonly UnsavedChat[];
}

/** Rejects when the chat cannot be read, or when the clipboard refuses. */
export async function saveChat(
	store: Store,
	{ chatId, unsaved }: ChatToSave,
	format: ChatFormat,
): Promise<void> {
	const shown = await readShownChat(store, chatId, unsaved);
	switch (format) {
		case 'markdown':
			return download(shown, chatMarkdown(shown, { withReasoning: true }), {
				end: 'md',
				type: 'text/markdown',
			});
		case 'html':
			return download(shown, chatHtml(shown), { end: 'html', type: 'text/html' });
		case 'copy':
			// What is pasted elsewhere is read there as it stands: nothing folds, and pictures have their names only.
			return navigator.clipboard.writeText(
				chatMarkdown({ ...shown, pictures: new Map() }, { withReasoning: false }),
			);
	}
}

function download(shown: ShownChat, text: string, { end, type }: { end: string; type: string }): void {
	downloadFile(new Blob([text], { type: `${type};charset=utf-8` }), `${fileNameOf(titleOf(shown))}.${end}`);
}

const MAX_NAME_LENGTH = 60;

/** A title as a file's name: without what a file system takes for something else. */
function fileNameOf(title: string): string {
	const plain = title.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ').replace(/\s+/g, ' ');
	return plain.slice(0, MAX_NAME_LENGTH).replace(/^[. ]+|[. ]+$/g, '') || 'lockchat-chat';
}
