// @vitest-environment happy-dom
import './fake-texts.ts';

import { beforeAll, describe, expect, it } from 'vitest';
import { loadMarkdown } from '../../../components/chat/services/preload.ts';
import type { FlatMessage } from '../flat-message.ts';
import { live, stored } from './render-answer.tsx';

beforeAll(loadMarkdown);

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
});
