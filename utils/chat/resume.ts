import type { Message } from './types.ts';

/** A final answer made to run again, for Continue: its texts stay, what its end said goes. A running one is returned as it is. */
export function resume(answer: Message): Message {
	if (answer.status === 'waiting' || answer.status === 'streaming') return answer;
	const { failure: _failure, finishReason: _finishReason, usage: _usage, ...rest } = answer;
	return { ...rest, status: 'waiting' };
}
