import { Copy, Download, FileCode, FileText, Pencil, Pin, PinOff, Tag, Trash2 } from 'lucide-react';
import { type Ref, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { useChatServices } from '../chat/services/chat-services.ts';
import { deleteChats } from '../chat/services/delete-chats.ts';
import { forgetDeleted } from '../chat/services/preload.ts';
import type { ChatFormat } from '../export/save-chat.ts';
import { DeleteDialog } from '../ui/delete-dialog.tsx';
import { datedName, downloadFile } from '../ui/download-file.ts';
import { Menu } from '../ui/menu.tsx';
import { useChatChange } from './use-chat-change.ts';
import { useStoreWrite } from './use-store-write.ts';

export interface ChatMenuProps {
	chat: Chat;
	/** Given for a chat that is not stored; called when it was changed or deleted. */
	onUnsavedChanged: (() => void) | undefined;
	buttonRef: Ref<HTMLButtonElement>;
	/** The id of the element that shows the chat's title. */
	titleId: string;
	onRename: () => void;
	onTag: () => void;
}

/** What can be done with a chat in the list. */
export function ChatMenu({ chat, onUnsavedChanged, buttonRef, titleId, onRename, onTag }: ChatMenuProps) {
	const services = useChatServices();
	const { announcer, client, composer, session } = services;
	const [isDeleting, setIsDeleting] = useState(false);
	const change = useChatChange(onUnsavedChanged);
	const read = useStoreWrite(i18n.t('history.notExported'));

	/** Deletes a chat that is not stored, and that nothing could bring back. */
	async function remove(): Promise<void> {
		setIsDeleting(false);
		if (session.getState().chatId === chat.id) session.startNew();
		if (await client.deleteChat(chat.id)) composer.discard(chat.id);
		else announcer.say(i18n.t('history.notChanged'));
		onUnsavedChanged?.();
		void forgetDeleted();
	}

	/** What writes the chat is loaded when it is first used. */
	function save(format: ChatFormat): void {
		read(async (store) => {
			const { saveChat } = await import('../export/save-chat.ts');
			await saveChat(store, { chatId: chat.id, unsaved: await client.getUnsaved() }, format);
			if (format === 'copy') announcer.say(i18n.t('chat.copied'));
		});
	}

	return (
		<>
			<Menu
				buttonRef={buttonRef}
				describedBy={titleId}
				actions={[
					{ label: i18n.t('history.rename'), icon: Pencil, takesFocus: true, run: onRename },
					{
						label: chat.isPinned ? i18n.t('history.unpin') : i18n.t('history.pin'),
						icon: chat.isPinned ? PinOff : Pin,
						run: () => {
							const isPinned = !chat.isPinned;
							change({ chat: { ...chat, isPinned }, write: (store) => store.setPinned(chat.id, isPinned) });
						},
					},
					// The tags of a chat that is not stored would have nowhere to stand.
					...(onUnsavedChanged
						? []
						: [{ label: i18n.t('history.tags.open'), icon: Tag, takesFocus: true, run: onTag }]),
					{
						label: i18n.t('history.export'),
						icon: Download,
						run: () =>
							read(async (store) => {
								const { file } = await store.exportChats([chat.id], await client.getUnsaved());
								downloadFile(file, datedName('lockchat-chat', new Date()));
							}),
					},
					{ label: i18n.t('history.saveMarkdown'), icon: FileText, run: () => save('markdown') },
					{ label: i18n.t('history.saveHtml'), icon: FileCode, run: () => save('html') },
					{ label: i18n.t('history.copyMarkdown'), icon: Copy, run: () => save('copy') },
					{
						label: i18n.t('history.delete'),
						icon: Trash2,
						isDangerous: true,
						takesFocus: onUnsavedChanged !== undefined,
						run: () => (onUnsavedChanged ? setIsDeleting(true) : void deleteChats(services, [chat.id])),
					},
				]}
			/>
			{isDeleting && (
				<DeleteDialog
					title={i18n.t('history.deleteTitle')}
					text={i18n.t('history.deleteText')}
					onCancel={() => setIsDeleting(false)}
					onDelete={() => void remove()}
				/>
			)}
		</>
	);
}
