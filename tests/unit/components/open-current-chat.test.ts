import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openCurrentChat } from '../../../components/chat/services/create-chat-services.ts';
import { currentChat } from '../../../utils/settings/current-chat.ts';
import { createFakeSession, EMPTY_STATE, GONE, LOADING } from './fake-session.ts';

const client = { resend: async () => undefined };

beforeEach(() => fakeBrowser.reset());

it('opens the chat that the last window showed', async () => {
	await currentChat.setValue('c');
	const session = createFakeSession();
	await openCurrentChat(session, client);
	expect(session.calls).toEqual([['open', 'c']]);
});

it('leaves a chat alone that was clicked before, and remembers that one', async () => {
	await currentChat.setValue('last');
	const session = createFakeSession(LOADING);
	await openCurrentChat(session, client);
	expect(session.calls).toEqual([]);
	expect(await currentChat.getValue()).toBe('c');
});

it('remembers a chat from the click on it on: a popup can be closed before it is there', async () => {
	const session = createFakeSession();
	await openCurrentChat(session, client);
	session.set(LOADING);
	expect(await currentChat.getValue()).toBe('c');
});

it.each([
	['that turns out to be deleted', GONE],
	['that a new one was begun after', EMPTY_STATE],
])('forgets a chat %s', async (_, state) => {
	await currentChat.setValue('c');
	const session = createFakeSession(LOADING);
	await openCurrentChat(session, client);
	session.set(state);
	expect(await currentChat.getValue()).toBeNull();
});
