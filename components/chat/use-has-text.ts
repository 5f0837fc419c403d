import { useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/growing-text.ts';

/** Whether anything has come yet: draws again at the first piece and at no other. */
export function useHasText(text: GrowingText): boolean {
	return useSyncExternalStore(text.subscribe, () => text.length > 0);
}
