import { describe, expect, it } from 'vitest';
import { openHit } from '../../../components/history/open-hit.ts';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import { createFakeSession } from '../components/fake-session.ts';

const HIT = { chatId: 'c', messageId: 'm', words: ['word'] };
const path = (...ids: string[]) => ids.map((id) => ({ id, role: 'user' as const, versions: [id] }));

/** What the session was told while the chat turned out to be so. */
async function opened(state: Partial<ChatState>): Promise<unknown[][]> {
	const session = createFakeSession({ chatId: 'c', isLoading: false, ...state });
	await openHit(session, HIT);
	return session.calls;
}

describe('case 160: a hit is opened', () => {
	it('at its message, which stays the shown version where it is one', async () => {
		expect(await opened({ path: path('q', 'm') })).toEqual([
			['open', 'c', { messageId: 'm', words: ['word'] }],
		]);
	});

	it('on another branch, which is shown from then on', async () => {
		expect((await opened({ path: path('q', 'other') })).at(-1)).toEqual(['showVersion', 'm']);
	});

	it('and changes nothing of a chat that the user has turned to meanwhile', async () => {
		expect((await opened({ chatId: 'd', path: path('x') })).map(([name]) => name)).toEqual(['open']);
	});
});
