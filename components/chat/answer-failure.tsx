import { i18n } from '#i18n';
import type { Failure } from '../../utils/lockchat/types.ts';
import { Button } from '../ui/button.tsx';
import { describeFailure } from '../ui/failure-text.ts';
import { Notice } from '../ui/notice.tsx';
import { useChatServices } from './chat-services.ts';
import type { AnswerView } from './use-answer.ts';
import { useFailurePlace } from './use-failure-place.ts';

/** Why there is no answer, or only a part of one, and the ways on. */
export function AnswerFailure({ answer, failure }: { answer: AnswerView; failure: Failure }) {
	const { session } = useChatServices();
	const { id } = answer.message;
	const { title, advice, detail } = describeFailure(failure, useFailurePlace(answer.message));
	return (
		<Notice role="alert" look="danger" className="mt-2">
			<p className="font-medium">{title}</p>
			<p className="text-text">{advice}</p>
			{detail && (
				<p className="mt-1.5 text-xs whitespace-pre-wrap text-muted [overflow-wrap:anywhere]">{detail}</p>
			)}
			<div className="mt-2.5 mb-1 flex flex-wrap gap-2">
				<Button size="sm" onClick={() => session.retry(id)}>
					{i18n.t('chat.retry')}
				</Button>
				{answer.text.length > 0 && (
					<Button size="sm" onClick={() => session.continueAnswer(id)}>
						{i18n.t('chat.continue')}
					</Button>
				)}
			</div>
		</Notice>
	);
}
