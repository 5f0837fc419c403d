import { i18n } from '#i18n';
import { openMicrophoneSettings } from '../../../utils/platform/microphone.ts';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import type { DictationFailure as Failure } from '../services/dictation.ts';
import { FAILURE_TEXTS } from './failure-text.ts';
import { LanguageChoice } from './language-choice.tsx';

/** Says why dictation ended, and offers what helps. */
export function DictationFailure({ code }: { code: Failure }) {
	const { dictation, composer } = useChatServices();

	function goOn(next: { phase: 'preparing' } | null): void {
		dictation.set(next);
		composer.focus();
	}

	return (
		<Notice
			role="alert"
			look={code === 'no-speech' ? 'info' : 'warning'}
			className="mb-2"
			actions={
				<>
					{code === 'not-allowed' && (
						<Button size="sm" onClick={() => void openMicrophoneSettings()}>
							{i18n.t('dictate.microphoneSettings')}
						</Button>
					)}
					{code === 'nowhere' && (
						<Button size="sm" onClick={() => void openSettings()}>
							{i18n.t('chat.settings')}
						</Button>
					)}
					{(code === 'language-not-supported' || code === 'nowhere') && <LanguageChoice />}
					<Button size="sm" onClick={() => goOn({ phase: 'preparing' })}>
						{i18n.t('dictate.again')}
					</Button>
					<Button size="sm" look="quiet" onClick={() => goOn(null)}>
						{i18n.t('ui.close')}
					</Button>
				</>
			}
		>
			{FAILURE_TEXTS[code]()}
		</Notice>
	);
}
