import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { formatNumber } from '../../utils/platform/texts.ts';
import { joinClasses } from './join-classes.ts';

/** “12 s”, “1 min 5 s”. */
export function duration(seconds: number): string {
	if (seconds < 60) return i18n.t('chat.seconds', { seconds: formatNumber(seconds) });
	const minutes = formatNumber(Math.floor(seconds / 60));
	return i18n.t('chat.minutesSeconds', { minutes, seconds: formatNumber(seconds % 60) });
}

/**
 * Whole seconds since a moment (milliseconds since the epoch), drawn once a second by a clock of their own; 0 where the
 * moment is not known.
 */
export function useSecondsSince(startedAt: number | undefined): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		if (startedAt === undefined) return;
		const timer = setInterval(() => setNow(Date.now()), 1_000);
		return () => clearInterval(timer);
	}, [startedAt]);
	return startedAt === undefined ? 0 : Math.max(0, Math.floor((now - startedAt) / 1_000));
}

/** A wait that is shorter needs no clock. */
const SHOWN_FROM_S = 3;

/**
 * How long something has been waited for: since `startedAt`, or since this was first drawn. Nothing in the first seconds,
 * and nothing for screen readers, which would read each second.
 */
export function Elapsed({ startedAt, className }: { startedAt?: number | undefined; className?: string }) {
	const [drawnAt] = useState(Date.now);
	const seconds = useSecondsSince(startedAt ?? drawnAt);
	if (seconds < SHOWN_FROM_S) return null;
	return (
		<span aria-hidden="true" className={joinClasses('shrink-0 text-muted tabular-nums', className)}>
			{duration(seconds)}
		</span>
	);
}
