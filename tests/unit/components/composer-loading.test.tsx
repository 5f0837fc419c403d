// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { draftOf } from '../../../utils/settings/drafts.ts';
import { C, openLater, running, TARGET } from './composer-chats.ts';
import { CHAT, EMPTY_STATE, GONE, LOADING } from './fake-session.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

describe('in a chat that loads, the composer', () => {
	/** Types into the composer of a chat that loads, and sends at once. */
	async function sendEarly() {
		const rendered = await renderChat(<Composer />);
		const { find, update, session } = rendered;
		const box = find('textarea', 'Message');
		await update(() => session.set(LOADING));
		await update(() => typeInto(box, 'hello'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'hello');
		return { ...rendered, box };
	}

	it('sends when the chat is there, to what that chat is bound to', async () => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set({ ...C, chat: { ...CHAT, model: 'its own' } }));
		expect(session.calls).toEqual([['ask', 'hello', { endpointId: 'local', model: 'its own' }, []]]);
		expect(box).toHaveProperty('value', '');
	});

	it('sends what was entered before the window knew its chat, when that chat is there', async () => {
		const { opened, open } = openLater();
		const { find, update, session } = await renderChat(<Composer />, { opened });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'fast'));
		await update(() => void press(box, 'Enter'));
		await update(() => session.set(LOADING));
		await update(open);
		expect(session.calls).toEqual([]);
		await update(() => session.set(C));
		expect(session.calls).toEqual([['ask', 'fast', expect.objectContaining(TARGET), []]]);
	});

	it('sends once, however often it is told to', async () => {
		const { update, session, box } = await sendEarly();
		session.ask = (text) => {
			session.calls.push(['ask', text]);
			session.set(running());
		};
		await update(() => void press(box, 'Enter'));
		await update(() => session.set(C));
		expect(session.calls).toEqual([['ask', 'hello']]);
	});

	it.each([
		['it turns out to be deleted', GONE],
		['the database refuses it', { isLoading: false, isStoreFailing: true }],
	])('sends nothing, and keeps the text, when %s', async (_, state) => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set(state));
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'hello');
	});

	it.each([
		[
			'another chat is clicked',
			{ ...LOADING, chatId: 'd' },
			{ ...C, chatId: 'd', chat: { ...CHAT, id: 'd' } },
		],
		['a new one is begun', EMPTY_STATE, EMPTY_STATE],
	])('sends nothing, and keeps the text as its draft, when %s', async (_, clicked, shown) => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set(clicked));
		await update(() => typeInto(box, 'other words'));
		await update(() => session.set(shown));
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'other words');
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe('hello'));
	});

	it('names no place where the words go before the chat tells', async () => {
		const { update, session, root } = await sendEarly();
		expect(root.textContent).not.toContain('127.0.0.1');
		await update(() => session.set(C));
		expect(root.textContent).toContain('127.0.0.1');
	});
});
