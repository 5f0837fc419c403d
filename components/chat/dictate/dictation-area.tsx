import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { isCancelKey } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { type ChatServices, useChatServices } from '../services/chat-services.ts';
import { createDictation } from './dictation.ts';
import { DictationFailure } from './dictation-failure.tsx';
import { DictationLine } from './dictation-line.tsx';

const PlaceDialog = lazy(async () => ({ default: (await import('./place-dialog.tsx')).PlaceDialog }));

/** Elements that have a use of their own for Escape. */
const OWN_KEYS = '[role=dialog], [role=menu], [aria-activedescendant]';

/** Ends dictation with what it was begun for: another chat, a window that is not seen any more, Escape. */
function useEnds({ dictation, session, opened }: ChatServices): void {
	useEffect(() => {
		let isOver = false;
		let unsubscribe = (): void => undefined;
		void opened.then(() => {
			if (isOver) return;
			const { chatId } = session.getState();
			unsubscribe = session.subscribe(() => {
				if (session.getState().chatId !== chatId) dictation.set(null);
			});
		});
		const hide = () => {
			// A tab that asks for the microphone may stand before this window.
			if (document.hidden && dictation.get()?.phase === 'listening') dictation.set({ phase: 'finishing' });
		};
		// Before the text box hears the key, for which it would stop a running answer.
		const press = (event: KeyboardEvent) => {
			const isUsed = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
			if (isUsed || !isCancelKey(event)) return;
			event.preventDefault();
			event.stopPropagation();
			dictation.set(null);
		};
		const leave = () => dictation.set(null);
		document.addEventListener('visibilitychange', hide);
		window.addEventListener('pagehide', leave);
		window.addEventListener('keydown', press, true);
		return () => {
			isOver = true;
			unsubscribe();
			document.removeEventListener('visibilitychange', hide);
			window.removeEventListener('pagehide', leave);
			window.removeEventListener('keydown', press, true);
		};
	}, [dictation, session, opened]);
}

/** Dictation, as long as there is any: what it does, and what it asks and tells. It is loaded with its first use. */
export function DictationArea() {
	const services = useChatServices();
	const { dictation, composer } = services;
	const state = useSyncExternalStore(dictation.subscribe, dictation.get);
	const [carrier] = useState(() =>
		createDictation(dictation, () => {
			const box = composer.getElement();
			return box instanceof HTMLTextAreaElement ? box : null;
		}),
	);
	useEffect(() => carrier.follow(), [carrier]);
	useEnds(services);

	if (state === null) return null;
	if (state.phase === 'failed') return <DictationFailure code={state.code} />;
	if (state.phase !== 'asking') return <DictationLine state={state} />;
	return (
		<Late otherwise={<ReloadNotice />}>
			<PlaceDialog
				{...state}
				onDownload={carrier.download}
				onServer={carrier.allowServer}
				onCancel={() => dictation.set(null)}
				getFinalFocus={composer.getElement}
			/>
		</Late>
	);
}
