import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addGrowth, type Growth, isGrowth, reduce, resume } from '../../../utils/chat/reduce.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import { createLiveAnswer } from '../../../utils/run/background/live-answer.ts';
import type { RunEvent } from '../../../utils/run/protocol.ts';
import { createLiveRuns } from '../../../utils/run/window/heard-chat.ts';
import { answer } from '../chat/answer.ts';
import { chat, createTestStore, question } from '../store/fixtures.ts';

const STARTED_AT = 1_000_000;

beforeEach(() => void vi.useFakeTimers({ now: STARTED_AT, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

/** An answer as the background makes it, with a window that hears of it and what is saved of it on the way. */
function run(initial = answer()) {
	const runs = createLiveRuns(() => undefined);
	const saved: Growth[] = [];
	const events: RunEvent[] = [];
	const live = createLiveAnswer(initial, (rev, event) => {
		events.push(event);
		runs.apply({ type: 'events', answerId: initial.id, since: rev - 1, rev, events: [event] });
	});
	live.start(initial);
	const say = (type: 'text' | 'reasoning', text: string) => {
		const placed = live.apply({ type, text });
		if (isGrowth(placed)) addGrowth(saved, placed);
	};
	return { live, say, saved, events, shown: () => runs.get().get(initial.id)?.parts };
}

describe('the time that reasoning took', () => {
	it('is from its first token to the first one that is none, for each of its parts, on the way and at the end', () => {
		const { live, say, shown } = run();
		say('reasoning', 'Hm');
		pass(4_000);
		say('reasoning', ', yes');
		expect(shown()).toMatchObject([{ type: 'reasoning', startedAt: STARTED_AT }]);
		pass(8_000);
		say('text', 'So');
		pass(1_000);
		say('text', ' it is.');
		say('reasoning', 'But');
		pass(3_000);
		live.finish({ type: 'end', finishReason: 'stop' });
		const times = [
			{ startedAt: STARTED_AT, endedAt: STARTED_AT + 12_000 },
			{},
			{ startedAt: STARTED_AT + 13_000, endedAt: STARTED_AT + 16_000 },
		];
		expect(live.message.parts).toMatchObject(times);
		expect(live.message.parts[1]).toEqual({ type: 'text', text: 'So it is.' });
		expect(shown()?.[0]).toMatchObject(times[0] ?? {});
		live.tellEnded({ isUnsaved: false });
		expect(shown()).toMatchObject(times);
	});

	it('is told with two pieces, and costs the others nothing', () => {
		const { say, events } = run();
		for (const text of ['a', 'b', 'c']) say('reasoning', text);
		for (const text of ['d', 'e', 'f']) say('text', text);
		expect(events.filter((event) => 'at' in event)).toHaveLength(2);
		expect(events.slice(1).map((event) => 'at' in event)).toEqual([true, false, false, true, false, false]);
	});

	it('does not count what passed before a Continue of an answer that was stopped in its thought', () => {
		const { live, say } = run();
		say('reasoning', 'Hm');
		pass(2_000);
		live.finish({ type: 'stopped' });
		pass(3_600_000);
		const again = run(resume(live.message));
		again.say('reasoning', ', yes');
		pass(3_000);
		again.say('reasoning', '.');
		again.say('text', 'So');
		const [part] = again.live.message.parts;
		if (part?.type !== 'reasoning') throw new Error('The thought is gone.');
		expect((part.endedAt ?? 0) - (part.startedAt ?? 0)).toBe(5_000);
		expect(again.shown()?.[0]).toMatchObject({ startedAt: part.startedAt, endedAt: part.endedAt });
	});

	it('is not known where the background died in the thought, also after a Continue', () => {
		const { live, say } = run();
		say('reasoning', 'Hm');
		const again = run(resume(reduce(live.message, { type: 'interrupted' })));
		pass(60_000);
		again.say('reasoning', ', yes');
		again.say('text', 'So');
		expect(again.live.message.parts[0]).toEqual({ type: 'reasoning', text: 'Hm, yes' });
	});

	it('comes back from checkpoints, and stands in the exported file', async () => {
		const store = createTestStore();
		const { live, say, saved } = run();
		await store.saveQuestion({ chat: chat(), question: question(), answer: live.message });
		say('reasoning', 'Hm');
		pass(7_000);
		say('text', 'So');
		await store.appendCheckpoint({ answerId: 'a1', seq: 0, growth: saved });
		const partial = await store.readPartial('a1');
		expect(partial?.parts).toEqual(live.message.parts);
		const { file } = await store.exportChats();
		const { chats } = JSON.parse(await file.text());
		const parts = chats[0].messages.flatMap((message: Message) => message.parts);
		expect(parts).toContainEqual({
			type: 'reasoning',
			text: 'Hm',
			startedAt: STARTED_AT,
			endedAt: STARTED_AT + 7_000,
		});
		store.close();
	});
});
