import { i18n } from '#i18n';
import { plural } from '../../utils/platform/texts.ts';
import type { LiveRun } from '../../utils/run/run-client.ts';
import { Button } from '../ui/button.tsx';
import { useChatServices } from './chat-services.ts';
import { useCountdown } from './use-countdown.ts';
import { WaitingDots } from './waiting-dots.tsx';

const TEXTS = {
	connecting: () => i18n.t('chat.connecting'),
	accepted: () => i18n.t('chat.accepted'),
	queued: () => i18n.t('chat.queued'),
	'loading-model': () => i18n.t('chat.loadingModel'),
	retrying: () => i18n.t('chat.retrying'),
} as const;

function RetryCountdown({ retryAt, answerId }: { retryAt: number; answerId: string }) {
	const { session } = useChatServices();
	const seconds = useCountdown(retryAt);
	return (
		<>
			<span className="min-w-0 truncate tabular-nums">{plural('chat.retryingIn', seconds)}</span>
			<Button size="sm" className="-my-1" onClick={() => session.stop(answerId)}>
				{i18n.t('ui.cancel')}
			</Button>
		</>
	);
}

/** Before the first token: one line, as high as the text that will take its place. */
export function AnswerWaiting({ run }: { run: LiveRun | null }) {
	return (
		<div className="flex h-5.5 items-center gap-2.5 whitespace-nowrap text-muted">
			{run?.status === 'retrying' && run.retryAt !== undefined ? (
				<RetryCountdown retryAt={run.retryAt} answerId={run.answerId} />
			) : (
				<>
					<WaitingDots />
					<span className="truncate">{TEXTS[run?.status ?? 'connecting']()}</span>
				</>
			)}
		</div>
	);
}
