import { useEffect, useState } from 'react';
import type { Surface } from './chat-services.ts';
import { ChatView } from './chat-view.tsx';
import { createChatServices } from './create-chat-services.ts';
import { loadMarkdown } from './preload.ts';

/** The whole of the popup, or of the side panel. */
export function ChatWindow({ surface }: { surface: Surface }) {
	const [services] = useState(() => createChatServices(surface));

	// The composer has been drawn, and takes keys: now for what the first answer needs.
	useEffect(() => {
		void loadMarkdown();
		void services.loadStore();
	}, [services]);

	return <ChatView services={services} />;
}
