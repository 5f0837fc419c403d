import './fake-texts.ts';

import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAnnouncer } from '../../../components/chat/services/announcer.ts';
import { type ChatServices, ChatServicesContext } from '../../../components/chat/services/chat-services.ts';
import { createComposerModel } from '../../../components/chat/services/composer-model.ts';
import { createSlot } from '../../../components/chat/services/slot.ts';
import { createTargetsStore } from '../../../components/chat/services/targets.ts';
import { createUndoBox } from '../../../components/chat/services/undo-box.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import type { Store } from '../../../utils/store/store.ts';
import { createFakeSession, type FakeSession } from './fake-session.ts';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

export const LOCAL: ServerEndpoint = {
	kind: 'server',
	id: 'local',
	name: 'Local',
	url: 'http://127.0.0.1:8976',
	models: ['lockchat-demo', 'other'],
	supportsStream: true,
	needsAuth: false,
};

export interface RenderedChat {
	services: ChatServices;
	session: FakeSession;
	root: HTMLElement;
	/** The first element with this role (or tag) and accessible name; throws when there is none. */
	find: (selector: string, name: string) => HTMLElement;
	has: (selector: string, name: string) => boolean;
	update: (change: () => void) => Promise<void>;
	/** Resolves once this throws no more. What is loaded late is drawn between two looks. */
	until: (look: () => void) => Promise<void>;
}

export interface RenderOptions {
	state?: Partial<ChatState>;
	endpoints?: ServerEndpoint[];
	client?: Partial<RunClient>;
	store?: Partial<Store>;
	/** Resolves when the window knows its chat; at once when left out. */
	opened?: Promise<void>;
}

function refuse(): never {
	throw new Error('The test did not expect this to be used.');
}

/** An object with these methods only: any other one throws. */
function only<T extends object>(methods: Partial<T> = {}): T {
	// What is missing is answered for by the proxy. A thing with `then` would be taken for a promise.
	const get = (target: object, name: PropertyKey) =>
		Reflect.get(target, name) ?? (name === 'then' ? undefined : refuse);
	return new Proxy(methods, { get }) as T;
}

/** Draws a part of the chat with a fake session, real settings in fake storage, and the English texts. */
export async function renderChat(
	part: ReactNode | ((services: ChatServices) => ReactNode),
	options: RenderOptions = {},
): Promise<RenderedChat> {
	fakeBrowser.storage.resetState();
	await endpoints.setValue(options.endpoints ?? [LOCAL]);
	const session = createFakeSession(options.state);
	const targets = createTargetsStore();
	const services: ChatServices = {
		surface: 'sidepanel',
		client: only<RunClient>(options.client),
		session,
		composer: createComposerModel(),
		announcer: createAnnouncer(),
		undo: createUndoBox(),
		regenerating: createSlot(),
		acting: createSlot(),
		dictation: createSlot(),
		targets,
		loadStore: async () => only<Store>(options.store),
		opened: options.opened ?? Promise.resolve(),
	};
	const container = document.createElement('div');
	document.body.append(container);
	const root = createRoot(container);
	await targets.ready;
	const drawn = typeof part === 'function' ? part(services) : part;
	await act(async () => root.render(<ChatServicesContext value={services}>{drawn}</ChatServicesContext>));
	onTestFinished(async () => {
		await act(async () => root.unmount());
		container.remove();
		targets.close();
	});

	const all = (selector: string, name: string) =>
		[...document.querySelectorAll<HTMLElement>(selector)].filter(
			(element) => (element.getAttribute('aria-label') ?? element.textContent) === name,
		);
	return {
		services,
		session,
		root: container,
		has: (selector, name) => all(selector, name).length > 0,
		find(selector, name) {
			const [element] = all(selector, name);
			if (!element) throw new Error(`There is no ${selector} “${name}” in ${container.innerHTML}`);
			return element;
		},
		update: (change) => act(async () => change()),
		until: (look) =>
			vi.waitFor(async () => {
				await act(() => vi.dynamicImportSettled());
				look();
			}),
	};
}

/** Types as a person does: the text is in the box before the event comes. */
export function typeInto(box: HTMLElement, text: string): void {
	if (!(box instanceof HTMLTextAreaElement)) throw new Error('This is no text box.');
	// This is the setter of the prototype. React watches the element's own setter, and would take the change for its own.
	Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, text);
	box.dispatchEvent(new Event('input', { bubbles: true }));
}

export function press(box: HTMLElement, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	box.dispatchEvent(event);
	return event;
}
