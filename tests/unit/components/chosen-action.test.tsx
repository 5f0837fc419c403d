// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { takeSelection } from '../../../components/chat/services/create-chat-services.ts';
import { ChatView } from '../../../components/chat/window/chat-window.tsx';
import type { Quote } from '../../../utils/chat/schema.ts';
import type { ActionRequest } from '../../../utils/run/protocol.ts';
import { type Action, saveAction } from '../../../utils/settings/actions/actions.ts';
import { chatOf } from './fake-session.ts';
import { LOCAL, type RenderOptions, renderChat, typeInto } from './render-chat.tsx';

const QUOTE: Quote = { type: 'quote', text: 'A word', title: 'A page', url: 'https://a.example/' };
const MINE: Action = {
	id: 'mine',
	name: 'Mine',
	text: 'Do {what} with {selection}',
	places: ['selection'],
	isAtOnce: true,
};

/** A window for which this was chosen in a menu, or in the address bar; with these actions of the user's. */
async function choose(request: ActionRequest, own: Action[] = [], options: RenderOptions = {}) {
	const client = {
		takeSelection: async () => request,
		listModels: async () => ({ ok: true as const, models: [] }),
	};
	const chat = await renderChat((services) => <ChatView services={services} />, { client, ...options });
	for (const action of own) await saveAction(action);
	return { ...chat, take: () => chat.update(() => takeSelection(chat.services)) };
}

const on = (actionId: string): ActionRequest => ({ actionId, on: QUOTE, page: {} });
const target = expect.objectContaining({ endpointId: LOCAL.id, model: LOCAL.models[0] });

describe('case 258: an action chosen in a menu', () => {
	it('asks at once in a new chat', async () => {
		const { session, take } = await choose(on('explain'));
		await take();
		await vi.waitFor(() =>
			expect(session.calls).toEqual([
				['startNew', false],
				['ask', 'Explain this in plain words.', target, [QUOTE]],
			]),
		);
	});

	it('asks its own model where that is there', async () => {
		const own = { endpointId: LOCAL.id, model: 'another' };
		const { session, take } = await choose(on('mine'), [{ ...MINE, text: 'Do it.', ...own }]);
		await take();
		await vi.waitFor(() =>
			expect(session.calls.at(-1)).toEqual(['ask', 'Do it.', expect.objectContaining(own), [QUOTE]]),
		);
	});

	it('asks the model of any new chat where its own is gone', async () => {
		const { session, take } = await choose(on('mine'), [
			{ ...MINE, text: 'Do it.', endpointId: 'gone', model: 'x' },
		]);
		await take();
		await vi.waitFor(() => expect(session.calls.at(-1)).toEqual(['ask', 'Do it.', target, [QUOTE]]));
	});

	it('fills the composer where it is not to ask, behind what is written there', async () => {
		const { session, services, take, update, find } = await choose(on('reply'));
		await update(() => typeInto(find('textarea', 'Message'), 'My own words'));
		await take();
		await vi.waitFor(() =>
			expect(find('textarea', 'Message')).toHaveProperty(
				'value',
				'My own words\n\nWrite a reply to this, in its language and in its tone.',
			),
		);
		expect(services.composer.getAttachments()).toEqual([QUOTE]);
		expect(session.calls).toEqual([]);
	});

	it('is not lost while there is no server to ask', async () => {
		const { session, services, take, find } = await choose(on('explain'), [], { endpoints: [] });
		await take();
		await vi.waitFor(() =>
			expect(find('textarea', 'Message')).toHaveProperty('value', 'Explain this in plain words.'),
		);
		expect(services.composer.getAttachments()).toEqual([QUOTE]);
		expect(session.calls).toEqual([]);
	});

	it('leaves what it was used on where it was deleted meanwhile', async () => {
		const { session, services, take } = await choose(on('deleted'));
		await take();
		await vi.waitFor(() => expect(services.composer.getAttachments()).toEqual([QUOTE]));
		expect(session.calls).toEqual([]);
	});

	it('stays in a temporary chat that has begun, and ends none: it would be gone', async () => {
		const own = { endpointId: LOCAL.id, model: 'another' };
		const state = { ...chatOf([]), isTemporary: true };
		const { session, take } = await choose(on('mine'), [{ ...MINE, text: 'Do it.', ...own }], { state });
		await take();
		await vi.waitFor(() => expect(session.calls.at(-1)).toEqual(['ask', 'Do it.', target, [QUOTE]]));
		expect(session.calls.map(([name]) => name)).not.toContain('startNew');
	});

	it('asks for what it leaves open, and then asks: case 261', async () => {
		const { session, take, update, find } = await choose(on('mine'), [MINE]);
		await take();
		await vi.waitFor(() => expect(document.querySelector('[role=dialog] textarea')).not.toBeNull());
		expect(session.calls).toEqual([]);
		await update(() =>
			typeInto(document.querySelector('[role=dialog] textarea') as HTMLElement, 'nothing {selection}'),
		);
		await update(() => find('button', 'Ask').click());
		await vi.waitFor(() =>
			expect(session.calls.at(-1)).toEqual([
				'ask',
				'Do nothing {selection} with the quoted text',
				target,
				[QUOTE],
			]),
		);
	});
});

describe('case 260: what is written in the address bar', () => {
	it.each([
		['Why is the sky blue?', 'Why is the sky blue?'],
		['translate good morning', /^Translate this into English\.[\s\S]*\n\ngood morning$/],
	])('“%s” is asked at once in a new chat', async (typed, asked) => {
		const { session, take } = await choose({ typed });
		await take();
		await vi.waitFor(() => expect(session.calls.at(-1)?.[0]).toBe('ask'));
		expect(session.calls.at(-1)?.[1]).toEqual(
			typeof asked === 'string' ? asked : expect.stringMatching(asked),
		);
	});

	it('is nothing: the composer has the cursor', async () => {
		const { session, take, find } = await choose({ typed: '' });
		await take();
		await vi.waitFor(() => expect(document.activeElement).toBe(find('textarea', 'Message')));
		expect(session.calls).toEqual([]);
	});
});
