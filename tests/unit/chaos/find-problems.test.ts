import { describe, expect, it } from 'vitest';
import { findProblems } from '../../chaos/check/find-problems.ts';
import { wordOf } from '../../chaos/plan/words.ts';
import { ANSWER, firstWords, type KeptRun, keptRun, QUESTION, STARTED_AT, seenRequest } from './kept-run.ts';

/** The background is killed `ms` after the request; the answer is left with its first words. */
function killAfter(ms: number, { ledger, answer, window, requests }: KeptRun, words: number): void {
	ledger.kills.push({ from: STARTED_AT + ms, to: STARTED_AT + ms });
	for (const { record } of requests) Object.assign(record, { endedAt: null, abortedAt: STARTED_AT + ms });
	answer.status = 'interrupted';
	answer.content = firstWords(words);
	for (const message of window.messages.slice(1)) message.text = answer.content;
}

/** A window closes and the background is killed, right after something was asked. */
function dieWithWindow({ ledger }: KeptRun, at: number): void {
	ledger.closings.push({ at: at + 50, window: 'sidepanel' });
	ledger.kills.push({ from: at + 90, to: at + 120 });
}

const broken: [what: string, breakIt: (run: KeptRun) => void, problem: RegExp][] = [
	['the last word is lost', ({ answer }) => (answer.content = firstWords(3)), /3 words are kept; 4 must be/],
	['a word is doubled', ({ answer }) => (answer.content += wordOf(7, 3)), /more than was sent/],
	[
		'a word is lost in the middle',
		({ answer }) => (answer.content = ANSWER.replace(wordOf(7, 1), '')),
		/is not how/,
	],
	['half a word is left', ({ answer }) => (answer.content += 'r7'), /more than was sent/],
	['words come from nowhere', ({ answer }) => (answer.content = wordOf(9, 0)), /request 9, which never was/],
	['an answer still runs', ({ answer }) => (answer.status = 'streaming'), /stored as streaming/],
	[
		'an answer that ended well is not done',
		({ answer }) => (answer.status = 'stopped'),
		/is stopped after “done”/,
	],
	[
		'a question is stored twice',
		(run) => run.rows.messages.push({ ...run.question, id: 'twin' }),
		/stored 2 times/,
	],
	['a question is lost', (run) => run.rows.messages.splice(0, 1), /stored 0 times/],
	[
		'a question is lost with its window and its background',
		(run) => {
			dieWithWindow(run, STARTED_AT);
			Object.assign(run.rows, { chats: [], nodes: [], messages: [] });
			run.requests.length = 0;
			run.windows.clear();
		},
		/stored 0 times/,
	],
	[
		'a deleted chat comes back',
		({ ledger }) => (must(ledger.questions.get(QUESTION)).fate = 'deleted'),
		/\(deleted\) is stored 1/,
	],
	[
		'an answer is stored twice',
		(run) => run.rows.messages.push({ ...run.answer, id: 'twin' }),
		/stand in two answers/,
	],
	[
		'a question is sent twice',
		({ requests }) => requests.push({ ...seenRequest(), number: 8 }),
		/sent 2 times for 1 answers/,
	],
	[
		'a Continue nobody asked for',
		({ requests }) => requests.push({ ...seenRequest(), number: 8, partial: ANSWER }),
		/1 requests for 0 times/,
	],
	[
		'a checkpoint is left over',
		({ rows }) => rows.checkpoints.push({ answerId: 'answer', seq: 1 }),
		/left over/,
	],
	['a window still offers Stop', ({ window }) => (window.canStop = true), /still offers Stop/],
	[
		'a window shows an answer as running',
		({ window }) => (must(window.messages[1]).isBusy = true),
		/shows an answer as running/,
	],
	[
		'a window shows less than is stored',
		({ window }) => (must(window.messages[1]).text = firstWords(2)),
		/but stored is/,
	],
	[
		'a window shows an answer twice',
		({ window }) => window.messages.push(must(window.messages[1])),
		/but stored is/,
	],
	[
		'the request is left without a reason',
		({ requests }) => (must(requests[0]).record.abortedAt = STARTED_AT + 900),
		/nobody stopped it/,
	],
	[
		'a kill takes a word older than the limit',
		(run) => killAfter(1_900, run, 1),
		/\(killed\) 1 words are kept; 2 must be/,
	],
];

function must<Value>(value: Value | undefined): Value {
	if (value === undefined) throw new Error('The run is not as this test has it.');
	return value;
}

describe('the comparison after a run of chaos', () => {
	it('finds nothing where every promise was kept', () => {
		expect(findProblems(keptRun())).toEqual([]);
	});

	it('allows a kill to take the last second', () => {
		const run = keptRun();
		killAfter(1_900, run, 2);
		expect(findProblems(run)).toEqual([]);
	});

	it('allows one more answer to be gone whose window and background both went before it was saved', () => {
		const run = keptRun();
		run.ledger.orders.push({ at: STARTED_AT + 3_000, window: 'sidepanel', question: null });
		dieWithWindow(run, STARTED_AT + 3_000);
		expect(findProblems(run)).toEqual([]);
	});

	it('takes a question that waits for kept, and not one that is neither there nor waits, or both', () => {
		const waits = 'ask 1/2;';
		const run = keptRun();
		run.ledger.questions.set(waits, { at: STARTED_AT, fate: 'kept' });
		run.ledger.orders.push({ at: STARTED_AT, window: 'sidepanel', question: waits });
		expect(findProblems(run).join('\n')).toMatch(/“ask 1\/2;” \(kept\) is stored 0 times/);
		run.rows.waiting.push(waits);
		expect(findProblems(run)).toEqual([]);
		run.rows.waiting.push(waits);
		expect(findProblems(run).join('\n')).toMatch(/“ask 1\/2;” \(kept\) is stored 2 times/);
	});

	it.each(broken)('finds that %s', (_, breakIt, problem) => {
		const run = keptRun();
		breakIt(run);
		expect(findProblems(run).join('\n')).toMatch(problem);
	});
});
