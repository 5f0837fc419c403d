// @vitest-environment happy-dom
import './fake-texts.ts';

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Answer } from '../../../components/chat/answer/answer.tsx';
import { ConnectProgress } from '../../../components/settings/connect/connect-progress.tsx';
import { openFirst, resetBrowser } from '../settings/open-settings.tsx';
import { renderPage } from '../settings/render-page.tsx';
import { chatOf, messageOf, runOf } from './fake-session.ts';
import { renderChat } from './render-chat.tsx';

const ENTRY = { id: 'a', role: 'assistant', versions: ['a'] } as const;

beforeEach(() => {
	resetBrowser();
	vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

describe('case 143: a wait', () => {
	it('to connect tells how long it has lasted, from the third second on', async () => {
		const { text } = await renderPage(<ConnectProgress state={{ type: 'connecting', name: 'Jan' }} />);
		await pass(2_000);
		expect(text()).not.toMatch(/\d/);
		await pass(1_000);
		expect(text()).toMatch(/…3\u00a0s$/);
		await pass(62_000);
		expect(text()).toMatch(/…1\u00a0min 5\u00a0s$/);
	});

	it('of a connection test does so', async () => {
		const { click, client, status } = await openFirst();
		client.check = () => new Promise(() => undefined);
		await click('Test connection');
		await pass(15_000);
		expect(status()).toMatch(/…15\u00a0s$/);
	});

	it('for an answer is counted from the question, also by a window that opens later', async () => {
		const asked = { id: 'a', role: 'assistant', status: 'waiting', createdAt: 1_000_000 - 12_000 } as const;
		const message = messageOf(asked);
		const { root } = await renderChat(<Answer entry={ENTRY} isLast />, {
			state: chatOf([message], [runOf(message)]),
		});
		expect(root.textContent).toContain('Connecting…12\u00a0s');
		await pass(3_000);
		expect(root.textContent).toContain('Connecting…15\u00a0s');
	});
});
