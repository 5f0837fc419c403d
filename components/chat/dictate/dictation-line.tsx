import { Mic } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useAnnouncement, useChatServices } from '../services/chat-services.ts';
import { type DictationState, toggled } from '../services/dictation.ts';
import { LanguageChoice } from './language-choice.tsx';

type Shown = Exclude<DictationState, { phase: 'asking' | 'failed' }>;

function textOf(state: Shown): string {
	switch (state.phase) {
		case 'preparing':
		case 'starting':
			return i18n.t('dictate.preparing');
		case 'downloading':
			return i18n.t('dictate.downloading');
		case 'permission':
			return i18n.t(state.isElsewhere ? 'dictate.allowElsewhere' : 'dictate.allowHere');
		case 'listening':
			return i18n.t(state.isLocal ? 'dictate.listeningHere' : 'dictate.listening');
		case 'finishing':
			return i18n.t('dictate.finishing');
	}
}

/** A dot while the microphone is on; what waits for the user does not turn. */
function Sign({ phase }: Pick<Shown, 'phase'>) {
	if (phase === 'listening') return <span aria-hidden="true" className="size-2 rounded-full bg-danger" />;
	return phase === 'permission' ? <Mic size={15} aria-hidden="true" /> : <Spinner />;
}

/** What dictation does now, and what ends it. */
export function DictationLine({ state }: { state: Shown }) {
	const { dictation, composer } = useChatServices();
	const text = textOf(state);
	const isListening = state.phase === 'listening';
	useAnnouncement(text);
	return (
		<div className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 px-1 text-sm text-muted">
			<Sign phase={state.phase} />
			<span className="min-w-40 flex-1">{text}</span>
			<div className="flex flex-wrap gap-2">
				{isListening && <LanguageChoice />}
				<Button
					size="sm"
					look={isListening ? 'secondary' : 'quiet'}
					onClick={() => {
						dictation.set(toggled(state));
						composer.focus();
					}}
				>
					{i18n.t(isListening ? 'dictate.stop' : 'ui.cancel')}
				</Button>
			</div>
		</div>
	);
}
