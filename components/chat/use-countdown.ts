import { useEffect, useState } from 'react';
import { secondsUntil } from './seconds-until.ts';

/** Whole seconds left until `time` (milliseconds since the epoch), counted down while drawn. */
export function useCountdown(time: number): number {
	const [seconds, setSeconds] = useState(() => secondsUntil(time));
	useEffect(() => {
		const update = () => setSeconds(secondsUntil(time));
		update();
		const timer = setInterval(update, 250);
		return () => clearInterval(timer);
	}, [time]);
	return seconds;
}
