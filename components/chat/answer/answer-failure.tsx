import { lazy, Suspense } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/types.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { describeFailure } from '../../ui/failure-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { useChatServices, useChatState, useTargets } from '../services/chat-services.ts';
import { type AnswerView, useAnswerEndpoint } from './use-answer.ts';

const AnswerFixes = lazy(async () => ({ default: (await import('./answer-fixes.tsx')).AnswerFixes }));

/** The failures that a click can mend. */
const FIXABLE: readonly Failure['code'][] = [
	'permission-needed',
	'forbidden-origin',
	'browser-model-download',
];

/** Says why there is no answer, or only a part of one, and offers what can be done. */
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
	const { title, advice, detail } = describeFailure(failure, { host, model });
	const isFixable = FIXABLE.includes(failure.code);
	return (
		<Notice role="alert" look="danger" className="mt-2">
			<p className="font-medium">{title}</p>
			<p className="text-text">{advice}</p>
			{detail && (
				<p className="mt-1.5 text-xs whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{detail}</p>
			)}
			{isFixable && destination && (
				<Suspense>
					<AnswerFixes answerId={id} failure={failure} destination={destination} />
				</Suspense>
			)}
			<div className="mt-2.5 mb-1 flex flex-wrap gap-2">
				<Button size="sm" onClick={() => session.retry(id)}>
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
