import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { useChatServices } from '../services/chat-services.ts';

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

interface AnswerWaitingProps {
	run: LiveRun | null;
	/** When this was asked, in milliseconds since the epoch; left out where that is not known. */
	askedAt?: number;
}

/** Before the first token: one line, as high as the text that will take its place. */
export function AnswerWaiting({ run, askedAt }: AnswerWaitingProps) {
	return (
		<div className="flex h-5.5 items-center gap-2.5 whitespace-nowrap text-muted">
			{run?.status === 'retrying' && run.retryAt !== undefined ? (
				<RetryCountdown retryAt={run.retryAt} answerId={run.answerId} />
			) : (
				<>
					<WaitingDots />
					<span className="truncate">{TEXTS[run?.status ?? 'connecting']()}</span>
					<Elapsed startedAt={askedAt} />
				</>
			)}
		</div>
	);
}

const DOTS = [0, 1, 2];
const STEP_MS = 400;

/**
 * Three dots, lit one after the other by a timer. An animation would keep the display's clock going, and the first
 * words would then wait for its next tick, 8 ms at the median. A window in which nothing moves draws them at once.
 */
function WaitingDots() {
	const [lit, setLit] = useState(0);
	useEffect(() => {
		if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
		const timer = setInterval(() => setLit((dot) => (dot + 1) % DOTS.length), STEP_MS);
		return () => clearInterval(timer);
	}, []);
	return (
		<span className="inline-flex gap-1" aria-hidden="true">
			{DOTS.map((dot) => (
				<i key={dot} className={`size-1.5 rounded-full bg-accent ${dot === lit ? '' : 'opacity-40'}`} />
			))}
		</span>
	);
}

/** Whole seconds left until `time` (milliseconds since the epoch), counted down while drawn. */
function useCountdown(time: number): number {
	const [seconds, setSeconds] = useState(() => secondsUntil(time));
	useEffect(() => {
		const update = () => setSeconds(secondsUntil(time));
		update();
		const timer = setInterval(update, 250);
		return () => clearInterval(timer);
	}, [time]);
	return seconds;
}

/** Whole seconds from now until `time`, never less than zero, so that a countdown ends with “in 0 s”. */
function secondsUntil(time: number): number {
	return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}
