import { lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { Composer } from '../composer/composer.tsx';
import {
	type ChatServices,
	ChatServicesContext,
	type Surface,
	useChatState,
	useTargets,
} from '../services/chat-services.ts';
import { createChatServices } from '../services/create-chat-services.ts';
import { loadMarkdown, renewWords } from '../services/preload.ts';
import { Transcript } from '../transcript/transcript.tsx';
import { Answerer } from './answerer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Header } from './header.tsx';
import { HistoryRoom, useHistoryPlace } from './history-place.tsx';
import { StatusRegion } from './status-region.tsx';
import { UnreadableChat } from './unreadable-chat.tsx';
import { useWindowFocus } from './window-focus.ts';

/** Loaded when the settings have been read, without which it has nothing to show: the composer takes keys before. */
const EmptyState = lazy(async () => ({ default: (await import('./empty-state.tsx')).EmptyState }));

const UndoBar = lazy(async () => ({ default: (await import('../../history/undo-bar.tsx')).UndoBar }));

/** What was just deleted and can be brought back. It stays drawn, empty, once it has been needed. */
function LastDeletion({ undo }: Pick<ChatServices, 'undo'>) {
	const [isNeeded, setIsNeeded] = useState(false);
	const isOffered = useSyncExternalStore(undo.subscribe, () => undo.get() !== null);
	if (isOffered && !isNeeded) setIsNeeded(true);
	if (!isNeeded) return null;
	return (
		<Late>
			<div className="mx-auto w-full max-w-180 px-3 empty:hidden">
				<UndoBar />
			</div>
		</Late>
	);
}

const RegenerateDialog = lazy(async () => ({
	default: (await import('./regenerate-dialog.tsx')).RegenerateDialog,
}));

function Regenerating({ regenerating }: Pick<ChatServices, 'regenerating'>) {
	const answerId = useSyncExternalStore(regenerating.subscribe, regenerating.get);
	if (answerId === null) return null;
	return (
		<Late otherwise={<ReloadNotice />}>
			<RegenerateDialog answerId={answerId} />
		</Late>
	);
}

function Conversation() {
	const isEmpty = useChatState((state) => state.path.length === 0);
	const chatId = useChatState((state) => state.chatId);
	const isThere = useChatState((state) => state.chat !== null);
	const isLoading = useChatState((state) => state.isLoading);
	const areSettingsRead = useTargets() !== null;
	const nothing = <div className="flex-1" />;
	if (isLoading) return nothing;
	if (chatId !== null && !isThere) return <UnreadableChat />;
	if (!isEmpty) return <Transcript key={chatId} />;
	if (!areSettingsRead) return nothing;
	return (
		<Late until={nothing} otherwise={<ReloadNotice />}>
			<EmptyState />
		</Late>
	);
}

/** A whole chat window, drawn with the services it is given. */
export function ChatView({ services }: { services: ChatServices }) {
	useWindowFocus(services);
	const place = useHistoryPlace(services.surface);
	const historyButton = useRef<HTMLButtonElement>(null);
	return (
		<ChatServicesContext value={services}>
			<div className="flex h-full">
				<HistoryRoom place={place} button={historyButton} />
				<div className="flex h-full min-w-0 flex-1 flex-col">
					<Header onHistory={place.open} historyRef={historyButton} />
					<main className="flex min-h-0 flex-1 flex-col">
						<ConnectionBanner />
						<Conversation />
						<LastDeletion undo={services.undo} />
						<Composer>
							<Answerer />
						</Composer>
					</main>
					<StatusRegion />
					<Regenerating regenerating={services.regenerating} />
				</div>
			</div>
		</ChatServicesContext>
	);
}

/** The whole of the popup, or of the side panel, with services of its own. */
export function ChatWindow({ surface }: { surface: Surface }) {
	const [services] = useState(() => createChatServices(surface));

	// The composer has been drawn and takes keys. Now it is time to load what the first answer needs.
	useEffect(() => {
		void loadMarkdown();
		void services.loadStore();
		renewWords().catch(console.warn);
	}, [services]);

	return <ChatView services={services} />;
}
