// @vitest-environment happy-dom
import './fake-texts.ts';

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadMarkdown } from '../../../components/chat/services/preload.ts';
import { newerPart } from '../flat-message.ts';
import { live, stored } from './render-answer.tsx';

beforeAll(loadMarkdown);

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
