import { Mic } from 'lucide-react';
import { lazy, useEffect, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { canDictate, toggled } from '../services/dictation.ts';

const DictationArea = lazy(async () => ({
	default: (await import('../dictate/dictation-area.tsx')).DictationArea,
}));

/** What stands above the text box while something is dictated into it. */
export function Dictated() {
	const { dictation } = useChatServices();
	if (useSyncExternalStore(dictation.subscribe, dictation.get) === null) return null;
	return (
		<Late otherwise={<ReloadNotice />}>
			<DictationArea />
		</Late>
	);
}

/**
 * Begins and ends dictation, where the browser can do that; so does Alt+Shift+D. Where the row is too narrow for the button,
 * an entry of the menu "Attach" stands for it.
 */
export function DictateButton() {
	const { dictation, composer } = useChatServices();
	const state = useSyncExternalStore(dictation.subscribe, dictation.get);
	const isOffered = canDictate();

	useEffect(() => {
		if (!isOffered) return;
		const press = (event: KeyboardEvent) => {
			const isIn = event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]');
			if (isIn || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
			if (event.repeat || keyOf(event) !== 'd') return;
			event.preventDefault();
			dictation.set(toggled(dictation.get()));
			composer.focus();
		};
		window.addEventListener('keydown', press);
		return () => window.removeEventListener('keydown', press);
	}, [dictation, composer, isOffered]);

	if (!isOffered) return null;
	return (
		<IconButton
			icon={Mic}
			label={i18n.t('dictate.title')}
			aria-pressed={state?.phase === 'listening'}
			aria-keyshortcuts="Alt+Shift+D"
			className="@max-2xs:hidden aria-pressed:bg-danger-soft aria-pressed:text-danger"
			onClick={() => {
				dictation.set(toggled(state));
				composer.focus();
			}}
		/>
	);
}
