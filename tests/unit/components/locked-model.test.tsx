// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ModelPicker } from '../../../components/chat/window/model-picker.tsx';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import { chatOf, messageOf } from './fake-session.ts';
import { LOCAL, type RenderedChat, renderChat } from './render-chat.tsx';

const OTHER = { ...LOCAL, id: 'second', name: 'Second', url: 'http://nas:1', models: ['third'] };

const optionsOf = ({ find }: RenderedChat) =>
	[...find('select', 'Model').querySelectorAll('option')].map(({ textContent }) => textContent);

async function openUnder(preferences: Record<string, unknown>, state?: Partial<ChatState>) {
	const chat = await renderChat(<ModelPicker />, { endpoints: [LOCAL, OTHER], ...(state && { state }) });
	expect(optionsOf(chat)).toEqual(['lockchat-demo', 'other', 'third']);
	await chat.update(() => fakeBrowser.storage.managed.set({ preferences }));
	return chat;
}

describe('case 136: the model of a new chat, where an organization has set it', () => {
	it('is the only one to choose, and says so', async () => {
		const chat = await openUnder({ defaultEndpointId: null, defaultModel: 'other' });
		await vi.waitFor(() => expect(optionsOf(chat)).toEqual(['other']));
		expect(chat.find('select', 'Model').title).toContain('Your organization has set the model of new chats.');
	});

	it('is one of those of the server that is set', async () => {
		const chat = await openUnder({ defaultEndpointId: null });
		await vi.waitFor(() => expect(optionsOf(chat)).toEqual(['lockchat-demo', 'other']));
	});

	it('can be another in a chat that has begun', async () => {
		const begun = chatOf([messageOf({ id: 'q', role: 'user' })]);
		const chat = await openUnder({ defaultModel: 'other' }, begun);
		await chat.update(() => undefined);
		expect(optionsOf(chat)).toEqual(['lockchat-demo', 'other', 'third']);
	});
});
