import { lazy } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/failure.ts';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { describeFailure } from '../../ui/failure-text.ts';
import { Late } from '../../ui/late.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useChatServices, useChatState, useTargets } from '../services/chat-services.ts';
import { focusModelPicker } from '../services/model-focus.ts';
import { type AnswerView, useAnswerEndpoint } from './use-answer.ts';

const AnswerFixes = lazy(async () => ({ default: (await import('./answer-fixes.tsx')).AnswerFixes }));

/** The one thing that helps most; asking again helps where nothing else is named. `fix`: it is mended on the spot. */
const HELP: Partial<Record<Failure['code'], 'fix' | 'model' | 'settings'>> = {
	unauthorized: 'fix',
	'key-missing': 'fix',
	'permission-needed': 'fix',
	'forbidden-origin': 'fix',
	'no-models': 'fix',
	'browser-model-download': 'fix',
	'model-not-found': 'model',
	'images-refused': 'model',
	'region-refused': 'model',
	'endpoint-missing': 'model',
	'browser-model-unavailable': 'model',
	'language-unsupported': 'model',
	'invalid-url': 'settings',
	'header-invalid': 'settings',
	'parameters-invalid': 'settings',
	'not-found': 'settings',
	'not-an-api': 'settings',
	'wrong-protocol': 'settings',
};

function helpFor({ code, detail }: Failure): 'fix' | 'model' | 'settings' | 'retry' {
	// It names a header whose value is gone; the settings have its field.
	if (code === 'key-missing' && detail !== undefined) return 'settings';
	return HELP[code] ?? 'retry';
}

/** Why there is no answer, or only a part of one, and the ways on: the one that helps most stands out. */
export function AnswerFailure({ answer, failure }: { answer: AnswerView; failure: Failure }) {
	const { session } = useChatServices();
	const chatModel = useChatState((state) => state.chat?.model);
	const endpoint = useAnswerEndpoint(answer.message);
	const areSettingsRead = useTargets() !== null;
	const { id, model = chatModel ?? '' } = answer.message;
	// Before the settings are read, every server would look like one that was removed.
	if (!areSettingsRead) return null;
	const destination = endpoint ? whereTo(endpoint) : null;
	const host = destination?.host ?? endpoint?.name ?? i18n.t('chat.removedEndpoint');
	const { title, advice, detail } = describeFailure(failure, { host, model, where: 'chat' });
	const help = helpFor(failure);
	return (
		<Notice role="alert" look="danger" className="mt-2">
			<p className="font-medium">{title}</p>
			<p className="text-text">{advice}</p>
			{detail && (
				<p className="mt-1.5 text-xs whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{detail}</p>
			)}
			{help === 'fix' && endpoint && (
				<Late>
					<AnswerFixes answerId={id} failure={failure} endpoint={endpoint} />
				</Late>
			)}
			<div className="mt-2.5 mb-1 flex flex-wrap gap-2">
				{help === 'model' && (
					<Button size="sm" look="primary" onClick={focusModelPicker}>
						{i18n.t('chat.chooseModel')}
					</Button>
				)}
				{help === 'settings' && (
					<Button size="sm" look="primary" onClick={() => void openSettings()}>
						{i18n.t('chat.openSettings')}
					</Button>
				)}
				<Button size="sm" look={help === 'retry' ? 'primary' : 'secondary'} onClick={() => session.retry(id)}>
					{i18n.t('chat.retry')}
				</Button>
				{(answer.hasText || failure.code === 'limit-reached') && (
					<Button size="sm" onClick={() => session.continueAnswer(id)}>
						{i18n.t('chat.continue')}
					</Button>
				)}
			</div>
		</Notice>
	);
}
