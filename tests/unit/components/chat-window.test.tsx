// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import type { Wish } from '../../../components/chat/services/composer-model.ts';
import { takeSelection } from '../../../components/chat/services/create-chat-services.ts';
import { ChatView } from '../../../components/chat/window/chat-window.tsx';
import type { Selection } from '../../../utils/run/protocol.ts';
import { chatOf, LOADING, messageOf } from './fake-session.ts';
import { LOCAL, type RenderOptions, renderChat, typeInto } from './render-chat.tsx';

const QUOTE = { type: 'quote', text: 'a line', title: 'A page', url: 'https://example.org/' } as const;

function open(options: RenderOptions = {}) {
	return renderChat((services) => <ChatView services={services} />, options);
}

describe('an empty chat', () => {
	it('offers things to try, which begin the question', async () => {
		const { find, update, session } = await open();
		// It is loaded when the settings have been read.
		await vi.waitFor(() => find('button', 'Translate a text'));
		await update(() => find('button', 'Translate a text').click());
		const box = find('textarea', 'Message');
		expect(box).toHaveProperty('value', 'Translate into natural English: ');
		expect(document.activeElement).toBe(box);
		expect(session.calls).toEqual([]);
	});

	it('leaves a draft as it is when something to try is pressed', async () => {
		const { find, update } = await open();
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'My own words'));
		await update(() => find('button', 'Translate a text').click());
		expect(box).toHaveProperty('value', 'My own words');
		expect(document.activeElement).toBe(box);
	});

	it('takes blanks for no draft', async () => {
		const { find, update } = await open();
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, ' \n'));
		await update(() => find('button', 'Translate a text').click());
		expect(box).toHaveProperty('value', 'Translate into natural English: ');
	});

	it.each([
		['no server', []],
		['no server with a model', [{ ...LOCAL, models: [] }]],
		['no server with an address', [{ ...LOCAL, url: '' }]],
	])('offers a way to one while there is %s', async (_, endpoints) => {
		const { has, root, update } = await open({ endpoints });
		await update(() => vi.dynamicImportSettled());
		expect(has('button', 'Translate a text')).toBe(false);
		expect(root.querySelector('main')?.textContent).toContain('Connect a model');
	});
});

describe('the header', () => {
	it('begins a new chat and hands the focus to the composer', async () => {
		const { find, update, session } = await open();
		find('button', 'New chat').focus();
		await update(() => find('button', 'New chat').click());
		expect(session.calls).toEqual([['startNew']]);
		expect(document.activeElement).toBe(find('textarea', 'Message'));
	});

	it('case 222: leads from a chat whose answer runs to a temporary one at a click, and from that to no other', async () => {
		const question = messageOf({ id: 'q', role: 'user', content: 'Why?' });
		const { find, has, update, session } = await open({ state: chatOf([question]) });
		await vi.waitFor(() => find('button', 'Temporary chat'));
		await update(() => find('button', 'Temporary chat').click());
		expect(session.calls).toEqual([['startNew', true]]);
		expect(document.activeElement).toBe(find('textarea', 'Message'));
		await update(() => session.set({ isTemporary: true }));
		expect(has('button', 'Temporary chat')).toBe(false);
	});

	it('binds a chat to the model that is chosen, and to nothing by itself', async () => {
		const { find, update, session } = await open({ state: chatOf([messageOf({ id: 'q', role: 'user' })]) });
		const picker = find('select', 'Model');
		if (!(picker instanceof HTMLSelectElement)) throw new Error('The picker is no select.');
		expect(session.calls).toEqual([]);
		await update(() => {
			picker.selectedIndex = 1;
			picker.dispatchEvent(new Event('change', { bubbles: true }));
		});
		expect(session.calls).toEqual([['setTarget', { endpointId: 'local', model: 'other' }]]);
	});

	it('keeps naming the model of a chat whose server was removed', async () => {
		const state = chatOf([messageOf({ id: 'q', role: 'user' })]);
		const { find } = await open({ state, endpoints: [] });
		expect(find('select', 'Model').textContent).toBe('lockchat-demo');
	});
});

describe('a chat that is not there yet', () => {
	it('is shown as no new one while it loads, and its model is not the one of new chats', async () => {
		const { root, has } = await open({ state: LOADING });
		expect(root.textContent).toBe('');
		expect(has('select', 'Model')).toBe(false);
	});

	it('is said to be unreadable where the database refuses it, and nothing can be sent', async () => {
		const { root, find, update } = await open({ state: { chatId: 'c', isStoreFailing: true } });
		expect(root.querySelector('main')?.textContent).toContain('This chat can’t be read right now.');
		await update(() => typeInto(find('textarea', 'Message'), 'hello'));
		expect(find('button', 'Send')).toHaveProperty('disabled', true);
	});
});

describe('a long chat', () => {
	const messages = Array.from({ length: 100 }, (_, index) =>
		messageOf({ id: `m${index}`, role: 'user', content: `Question ${index}` }),
	);

	it('mounts its last thirty messages', async () => {
		const { root } = await open({ state: chatOf(messages) });
		const articles = [...root.querySelectorAll('article')];
		expect(articles).toHaveLength(30);
		expect(articles.at(-1)?.textContent).toContain('Question 99');
	});

	it('asks for the rows it shows and does not have, and for no others', async () => {
		const state = chatOf(messages);
		const { session } = await open({ state: { ...state, messages: new Map() } });
		expect(session.calls).toEqual([['load', messages.slice(-30).map(({ id }) => id)]]);
	});
});

describe('the window says', () => {
	it.each([
		['that it has lost the background', { connection: 'reconnecting' }, 'Reconnecting…'],
		['that it must be loaded again (case 68)', { connection: 'reload-needed' }, 'has been updated'],
		['that nothing is saved (case 62)', { isStoreFailing: true }, 'can’t be saved'],
	] as const)('%s', async (_, state, text) => {
		const { root } = await open({ state });
		const regions = [...root.querySelectorAll('[role=status]')].map((region) => region.textContent);
		expect(regions.join()).toContain(text);
	});
});

describe('a selection asked about', () => {
	const answering = (selection: Selection | null) => ({
		client: { takeSelection: () => Promise.resolve(selection) },
	});

	it('waits above the composer where the user asks himself', async () => {
		const { services, session, update, root } = await open(answering({ quote: QUOTE }));
		await update(() => void takeSelection(services));
		expect(session.calls).toEqual([]);
		await vi.waitFor(() => expect(root.textContent).toContain('A page'));
	});

	it('and a page that is asked for is wanted from the tab that was clicked, once', async () => {
		const { services, session, update } = await open({
			client: { takeSelection: async () => ({ tabId: 7 }) },
		});
		const wanted: (readonly Wish[])[] = [];
		services.composer.subscribe(() => wanted.push(services.composer.getWishes()));
		await update(() => takeSelection(services));
		expect(wanted[0]).toEqual([{ type: 'tab', tabId: 7 }]);
		expect(session.calls).toEqual([]);
	});

	it('that nobody asked about changes nothing', async () => {
		const { services, session } = await open(answering(null));
		await takeSelection(services);
		expect(session.calls).toEqual([]);
		expect(services.composer.getAttachments()).toEqual([]);
	});
});
