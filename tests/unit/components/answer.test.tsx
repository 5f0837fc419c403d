// @vitest-environment happy-dom
import './fake-texts.ts';

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Answer } from '../../../components/chat/answer/answer.tsx';
import { loadMarkdown } from '../../../components/chat/services/preload.ts';
import { chatOf, runOf } from './fake-session.ts';
import { answer, ENTRY, live, stored } from './render-answer.tsx';
import { renderChat } from './render-chat.tsx';

beforeAll(loadMarkdown);

describe('before its first token, an answer', () => {
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
