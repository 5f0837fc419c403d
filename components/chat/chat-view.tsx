import { type ChatServices, ChatServicesContext, useChatState } from './chat-services.ts';
import { Composer } from './composer.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { EmptyState } from './empty-state.tsx';
import { Header } from './header.tsx';
import { StatusRegion } from './status-region.tsx';
import { Transcript } from './transcript.tsx';
import { UnreadableChat } from './unreadable-chat.tsx';

function Conversation() {
	const isEmpty = useChatState((state) => state.path.length === 0);
	const chatId = useChatState((state) => state.chatId);
	const isThere = useChatState((state) => state.chat !== null);
	const isLoading = useChatState((state) => state.isLoading);
	if (isLoading) return <div className="flex-1" />;
	if (chatId !== null && !isThere) return <UnreadableChat />;
	return isEmpty ? <EmptyState /> : <Transcript key={chatId} />;
}

/** A chat window, drawn with these services: the whole of the popup, or of the side panel. */
export function ChatView({ services }: { services: ChatServices }) {
	return (
		<ChatServicesContext value={services}>
			<div className="flex h-full flex-col">
				<Header />
				<ConnectionBanner />
				<Conversation />
				<Composer />
				<StatusRegion />
			</div>
		</ChatServicesContext>
	);
}
