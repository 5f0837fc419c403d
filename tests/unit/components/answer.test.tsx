// @vitest-environment happy-dom
import { type FlatMessage, newerPart } from '../flat-message.ts';
import './fake-texts.ts';

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Answer } from '../../../components/chat/answer/answer.tsx';
import { loadMarkdown } from '../../../components/chat/services/preload.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import { chatOf, messageOf, runOf } from './fake-session.ts';
import { renderChat } from './render-chat.tsx';

const ENTRY = { id: 'a', role: 'assistant', versions: ['a'] } as const;

function answer(fields: FlatMessage): Message {
	return messageOf({ id: 'a', role: 'assistant', ...fields });
}

function stored(fields: FlatMessage) {
	return renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([answer(fields)]) });
}

function live(fields: FlatMessage, more: Partial<LiveRun> = {}) {
	const message = answer(fields);
	const run = runOf(message, more);
	return renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([message], [run]) });
}

beforeAll(loadMarkdown);

describe('before its first token, an answer', () => {
	it('says that something in its middle was skipped, and nothing of a note it does not know: case 76', async () => {
		const notes = [{ code: 'gap' }, { code: 'of-a-newer-version' }];
		const { root } = await stored({ content: 'Hi', status: 'done', notes });
		expect(root.textContent).toContain('unreadable and was skipped');
		expect(root.textContent).not.toContain('of-a-newer-version');
	});

	it.each([
		[{ code: 'asked-without', names: ['temperature', 'top_p'] }, 'without temperature, top_p: this model'],
		[{ code: 'asked-unstreamed' }, 'the whole answer at once'],
		[{ code: 'reasoning-passed-back' }, 'with the thoughts of earlier answers'],
		[{ code: 'system-prompt-folded' }, 'in front of the first question'],
		[{ code: 'continued-otherwise' }, 'to go on in another way'],
		[{ code: 'prompt-cut', readTokens: 4_096, sentTokens: 8_000 }, 'about 4,096 of your 8,000 tokens'],
		[{ code: 'asked-without', names: 'broken' }, 'without ?: this model'],
		[{ code: 'prompt-cut' }, 'about ? of your ? tokens'],
	])('says how it was asked: %j', async (note, words) => {
		const { root } = await stored({ content: 'Hi', status: 'done', notes: [note] });
		expect(root.textContent).toContain(words);
	});

	it('offers to go on where a limit cut its reasoning: case 79', async () => {
		const failure = { code: 'limit-reached' } as const;
		const { root } = await stored({ reasoning: 'A plan', status: 'failed', failure });
		expect([...root.querySelectorAll('button')].map((button) => button.textContent)).toContain('Continue');
	});

	it.each([
		['connecting', 'Connecting…'],
		['accepted', 'Waiting for the first word…'],
		['queued', 'Queued'],
		['loading-model', 'Loading the model…'],
		[null, 'Connecting…'],
	] as const)('that is %s says “%s”', async (status, text) => {
		const { root } = await live({ status: 'waiting' }, { status });
		expect(root.textContent).toContain(text);
		expect(root.querySelector('article')?.getAttribute('aria-busy')).toBe('true');
	});

	it('counts down to the next try, which can be cancelled (case 45)', async () => {
		vi.useFakeTimers();
		const { root, update, find, session } = await live(
			{ status: 'waiting' },
			{ status: 'retrying', retryAt: Date.now() + 3000 },
		);
		expect(root.textContent).toContain('Retrying in 3 seconds');
		await update(() => void vi.advanceTimersByTime(2000));
		expect(root.textContent).toContain('Retrying in 1 second');
		await update(() => void vi.advanceTimersByTime(5000));
		expect(root.textContent).toContain('Retrying in 0 seconds');
		await update(() => find('button', 'Cancel').click());
		expect(session.calls).toEqual([['stop', 'a']]);
		vi.useRealTimers();
	});

	it('has the place for its words: they are drawn into it, and nothing is built for them', async () => {
		const message = answer({ status: 'waiting' });
		const run = runOf(message);
		const { root, update } = await renderChat(<Answer entry={ENTRY} isLast />, {
			state: chatOf([message], [run]),
		});
		const place = root.querySelector('.markdown');
		expect(place?.childElementCount).toBe(0);
		await update(() => run.nextText.append('Hello'));
		expect(root.querySelector('.markdown')).toBe(place);
		expect(place?.textContent).toBe('Hello');
		expect(root.textContent).not.toContain('Connecting…');
	});

	it('that was asked a moment ago waits, though the background has not been heard yet', async () => {
		const { root } = await stored({ status: 'waiting' });
		expect(root.textContent).toContain('Connecting…');
	});
});

describe('the parts of an answer', () => {
	it('stand in the order in which they came: reasoning between two texts stands between them', async () => {
		const { root } = await stored({
			parts: [
				{ type: 'text', text: 'Let me see.' },
				{ type: 'reasoning', text: 'Hm.' },
				{ type: 'text', text: 'It is so.' },
				{ type: 'refusal', text: 'No more.' },
			],
		});
		expect(root.querySelector('article')?.textContent).toMatch(
			/^Let me see\.\s*Thoughts\s*It is so\.\s*No more\./,
		);
	});

	it('of reasoning that is still going on says so, and only of that', async () => {
		const parts = [
			{ type: 'reasoning', text: 'Hm.' },
			{ type: 'text', text: 'Well.' },
			{ type: 'reasoning', text: 'But' },
		] as const;
		const { root } = await live({ status: 'streaming', parts: [...parts] });
		const summaries = Array.from(root.querySelectorAll('summary'), ({ textContent }) => textContent);
		expect(summaries).toEqual(['Thoughts', 'Thinking…']);
	});

	it.each([
		[12_000, 'Thought for 12\u00a0s'],
		[300, 'Thought for 1\u00a0s'],
		[59_700, 'Thought for 1\u00a0min 0\u00a0s'],
		[754_000, 'Thought for 12\u00a0min 34\u00a0s'],
	])('of reasoning that took %d ms say so', async (ms, text) => {
		const { root } = await stored({
			parts: [
				{ type: 'reasoning', text: 'Hm.', startedAt: 5_000, endedAt: 5_000 + ms },
				{ type: 'text', text: 'Well.' },
			],
		});
		expect(root.querySelector('summary')?.textContent).toBe(text);
	});

	it('of reasoning that goes on count its seconds', async () => {
		vi.useFakeTimers();
		const { root, update } = await live({
			status: 'streaming',
			parts: [{ type: 'reasoning', text: 'Hm', startedAt: Date.now() }],
		});
		const shown = () => root.querySelector('summary')?.textContent;
		expect(shown()).toBe('Thinking…');
		await update(() => void vi.advanceTimersByTime(3_000));
		expect(shown()).toBe('Thinking… 3\u00a0s');
		await update(() => void vi.advanceTimersByTime(60_000));
		expect(shown()).toBe('Thinking… 1\u00a0min 3\u00a0s');
		vi.useRealTimers();
	});

	it('that have no picture yet are boxes with their names, also those of a newer version', async () => {
		const { root } = await stored({
			parts: [
				{ type: 'page', text: 'x', title: 'On birds', url: 'https://a.example/', takenAt: 0, share: 1 },
				{ type: 'file', name: 'notes.txt', mime: 'text/plain', text: 'x' },
				{ type: 'image', blobId: 'b', mime: 'image/png', width: 1, height: 1 },
				{ type: 'tool', callId: 'c', name: 'search', input: '{}', state: 'done', source: 's' },
				newerPart({ type: 'hologram', depth: 3 }),
			],
		});
		const boxes = Array.from(root.querySelectorAll('article p'), ({ textContent }) => textContent);
		expect(boxes).toEqual([
			'Page: On birds',
			'File: notes.txt',
			'Image',
			'Tool: search',
			'A part of this message was made by a newer version of Lockchat. It is kept.',
		]);
	});
});

describe('an answer that has ended', () => {
	it.each<[string, FlatMessage, string, string[]]>([
		['was stopped', { status: 'stopped' }, 'You stopped this answer.', ['Continue']],
		['was interrupted', { status: 'interrupted' }, 'This answer was interrupted.', ['Continue', 'Retry']],
		['was cut off (case 25)', { finishReason: 'length' }, 'cut off at the length limit', ['Continue']],
		['was filtered (case 25)', { finishReason: 'content_filter' }, 'content filter', ['Retry']],
	])('and %s says so', async (_, fields, text, buttons) => {
		const { root, has } = await stored({ content: 'Part', ...fields });
		expect(root.textContent).toContain(text);
		const offered = ['Continue', 'Retry'].filter((name) => has('button', name));
		expect(offered).toEqual(buttons);
	});

	it.each([{ finishReason: 'stop' }, { finishReason: 'eos' }, {}])(
		'well (%j) says nothing more (case 26)',
		async (fields) => {
			const { has } = await stored({ content: 'All of it', ...fields });
			expect(has('button', 'Continue')).toBe(false);
			expect(has('button', 'Retry')).toBe(false);
		},
	);

	it('in a failure of a server that was removed since does not leave its place empty', async () => {
		const { root } = await stored({ endpointId: 'gone', status: 'failed', failure: { code: 'unreachable' } });
		const alert = root.querySelector('article [role=alert]');
		expect(alert?.textContent).toMatch(/^Removed server does not answer/);
	});

	it('in a failure says why in an alert, and tries again', async () => {
		const { root, find, session, update } = await stored({
			status: 'failed',
			failure: { code: 'server-error', status: 500, detail: '<b>upstream</b>' },
		});
		const alert = root.querySelector('article [role=alert]');
		expect(alert?.textContent).toContain('127.0.0.1:8976');
		expect(alert?.textContent).toContain('500');
		expect(alert?.textContent).toContain('<b>upstream</b>');
		await update(() => find('button', 'Retry').click());
		expect(session.calls).toEqual([['retry', 'a']]);
	});

	it('in a failure keeps its part, and can go on from it', async () => {
		const { root, find, session, update } = await stored({
			content: 'The first half',
			status: 'failed',
			failure: { code: 'interrupted' },
		});
		expect(root.textContent).toContain('The first half');
		await update(() => find('button', 'Continue').click());
		expect(session.calls).toEqual([['continueAnswer', 'a']]);
	});

	it('in a refusal shows it (case 23)', async () => {
		const { root } = await stored({ refusal: 'I cannot do that.' });
		expect(root.textContent).toContain('I cannot do that.');
	});

	it('but is not saved says so (case 62)', async () => {
		const { root } = await live({ status: 'done', content: 'Text' }, { isUnsaved: true });
		expect(root.textContent).toContain('isn’t saved');
	});
});

describe('the versions of an answer', () => {
	const entry = { id: 'a', role: 'assistant', versions: ['x', 'a', 'y'] } as const;

	it('can be stepped through', async () => {
		const { find, update, session, root } = await renderChat(<Answer entry={entry} isLast />, {
			state: chatOf([answer({ content: 'Hi' })]),
		});
		expect(root.textContent).toContain('2 / 3');
		await update(() => find('button', 'Previous version').click());
		await update(() => find('button', 'Next version').click());
		expect(session.calls).toEqual([
			['showVersion', 'x'],
			['showVersion', 'y'],
		]);
	});

	it('end at the first and the last', async () => {
		const first = { ...entry, versions: ['a', 'y'] };
		const { find } = await renderChat(<Answer entry={first} isLast />, {
			state: chatOf([answer({ content: 'Hi' })]),
		});
		expect(find('button', 'Previous version')).toHaveProperty('disabled', true);
		expect(find('button', 'Next version')).toHaveProperty('disabled', false);
	});
});

it('offers no actions while the answer runs', async () => {
	const { has } = await live({ status: 'streaming', content: 'So far' });
	expect(has('button', 'Regenerate')).toBe(false);
	expect(has('button', 'Copy')).toBe(false);
});
