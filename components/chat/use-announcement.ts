import { useEffect } from 'react';
import { useChatServices } from './chat-services.ts';

/** Tells screen readers what has just appeared on the screen; null while there is nothing. */
export function useAnnouncement(text: string | null): void {
	const { announcer } = useChatServices();
	useEffect(() => {
		if (text !== null) announcer.say(text);
	}, [announcer, text]);
}
