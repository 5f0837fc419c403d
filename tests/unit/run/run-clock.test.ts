import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { createRunClock } from '../../../utils/run/background/run-clock.ts';

const EMPTY: Message = {
	id: 'a',
	chatId: 'c',
	parentId: 'q',
	role: 'assistant',
	parts: [],
	status: 'waiting',
	createdAt: 0,
};
const BEGUN: Message = { ...EMPTY, parts: [{ type: 'text', text: 'So far' }] };

function clockAt(...times: number[]) {
	return createRunClock(() => times.shift() ?? 0);
}

describe('case 175: the time of an answer', () => {
	it('is measured to its first words and to its end', () => {
		const clock = clockAt(100, 350.4, 1_100.6);
		clock.start(EMPTY);
		clock.noteWords();
		expect(clock.read()).toEqual({ timing: { firstMs: 250, totalMs: 1_001 } });
	});

	it('has no first words where none came', () => {
		const clock = clockAt(0, 80);
		clock.start(EMPTY);
		expect(clock.read()).toEqual({ timing: { totalMs: 80 } });
	});

	it('goes on with a Continue, however often', () => {
		const clock = clockAt(0, 5, 50);
		clock.start({ ...BEGUN, timing: { firstMs: 3, totalMs: 40, earlierMs: 100 } });
		clock.noteWords();
		expect(clock.read()).toEqual({ timing: { firstMs: 5, totalMs: 50, earlierMs: 140 } });
	});

	it('is not known where nobody measured the part before, or where nothing was asked', () => {
		const clock = clockAt(0, 50);
		clock.start(BEGUN);
		expect(clock.read()).toEqual({});
		expect(clockAt(0).read()).toEqual({});
	});
});
