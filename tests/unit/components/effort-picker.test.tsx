// @vitest-environment happy-dom
import './fake-texts.ts';

import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EffortPicker } from '../../../components/chat/window/effort-picker.tsx';
import { rememberModels } from '../../../utils/settings/known-models.ts';
import { chatOf, messageOf } from './fake-session.ts';
import { LOCAL, renderChat } from './render-chat.tsx';

const optionsIn = (root: HTMLElement) => [...root.querySelectorAll('option')].map(({ value }) => value);

describe('case 192: how much a model reasons', () => {
	it('can be chosen where its server tells that it does, whatever it is called', async () => {
		const chat = await renderChat(<EffortPicker />);
		await act(() => vi.dynamicImportSettled());
		expect(chat.has('select', 'Reasoning')).toBe(false);
		await chat.update(() => rememberModels(LOCAL, [{ id: 'lockchat-demo', abilities: ['reasoning'] }]));
		await vi.waitFor(() => expect(chat.has('select', 'Reasoning')).toBe(true));
		await chat.update(() => rememberModels(LOCAL, [{ id: 'other', abilities: ['reasoning'] }]));
		await vi.waitFor(() => expect(chat.has('select', 'Reasoning')).toBe(false));
	});

	it.each([
		['high', ['high']],
		[null, ['']],
	])('is %j and nothing else in new chats where an organization has set it so', async (effort, options) => {
		const chat = await renderChat(<EffortPicker />, { endpoints: [{ ...LOCAL, models: ['qwen3:8b'] }] });
		await chat.update(() => fakeBrowser.storage.managed.set({ preferences: { effort } }));
		await vi.waitFor(() => expect(optionsIn(chat.root)).toEqual(options));
		expect(chat.find('select', 'Reasoning').title).toContain('Your organization has set');
	});

	it('can be chosen in a chat that has begun, whatever an organization has set for new ones', async () => {
		const state = chatOf([messageOf({ id: 'q', role: 'user' })]);
		const endpoints = [{ ...LOCAL, models: ['qwen3:8b'] }];
		if (!state.chat) throw new Error('There is no chat.');
		const begun = { ...state, chat: { ...state.chat, model: 'qwen3:8b' } };
		const chat = await renderChat(<EffortPicker />, { endpoints, state: begun });
		await chat.update(() => fakeBrowser.storage.managed.set({ preferences: { effort: 'high' } }));
		await chat.update(() => undefined);
		expect(optionsIn(chat.root)).toEqual(['', 'off', 'low', 'medium', 'high']);
	});
});
