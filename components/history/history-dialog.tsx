import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useChatServices } from '../chat/services/chat-services.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ChatList } from './chat-list.tsx';
import { filterChats, useChats } from './use-chats.ts';

/** All chats. They can be searched by title, opened, renamed, pinned, exported and deleted here. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
	const { chats, unsavedIds, isFailing, refresh } = useChats();
	const { composer } = useChatServices();
	const hasOpened = useRef(false);
	const search = useRef<HTMLInputElement>(null);
	const [query, setQuery] = useState('');
	const found = chats && filterChats(chats, query);

	function onOpened(): void {
		hasOpened.current = true;
		onClose();
	}

	return (
		<Dialog
			title={i18n.t('history.title')}
			onClose={onClose}
			getInitialFocus={() => search.current}
			getFinalFocus={() => (hasOpened.current ? composer.getElement() : null)}
		>
			<SearchField ref={search} label={i18n.t('history.search')} query={query} onSearch={setQuery} />
			<div className="-mx-2 h-[60dvh] overflow-y-auto">
				{isFailing && <p className="p-2 text-danger">{i18n.t('history.failing')}</p>}
				{found?.length === 0 && (
					<p className="p-6 text-center text-muted">
						{query.trim() ? i18n.t('history.nothingFound') : i18n.t('history.empty')}
					</p>
				)}
				{/* The list is drawn even without chats, since it moves the focus when its last row is removed. */}
				{found && (
					<ChatList
						key={query}
						chats={found}
						unsavedIds={unsavedIds}
						onOpened={onOpened}
						onUnsavedChanged={refresh}
						onEmptied={() => search.current?.focus()}
					/>
				)}
			</div>
		</Dialog>
	);
}
