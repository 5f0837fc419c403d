// @vitest-environment happy-dom
import './fake-texts.ts';

import { act } from 'react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Answer } from '../../../components/chat/answer/answer.tsx';
import type { Surface } from '../../../components/chat/services/chat-services.ts';
import { loadMarkdown } from '../../../components/chat/services/preload.ts';
import { ModelPicker } from '../../../components/chat/window/model-picker.tsx';
import type { Failure } from '../../../utils/lockchat/failure.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { resetBrowser } from '../settings/open-settings.tsx';
import { createPermissionWorld } from '../settings/permission-world.ts';
import { chatOf, messageOf } from './fake-session.ts';
import { renderChat } from './render-chat.tsx';

const ENTRY = { id: 'a', role: 'assistant', versions: ['a'] } as const;

beforeAll(loadMarkdown);
beforeEach(resetBrowser);

/** `stored` stands in `storage.session` before the window is drawn. */
async function failed(failure: Failure, surface: Surface = 'sidepanel', stored: object = {}) {
	const message = messageOf({ id: 'a', role: 'assistant', status: 'failed', failure });
	const chat = await renderChat(
		(services) => {
			Object.assign(services, { surface });
			void fakeBrowser.storage.session.set({ ...stored });
			return (
				<>
					<ModelPicker />
					<Answer entry={ENTRY} isLast />
				</>
			);
		},
		{ state: chatOf([message]) },
	);
	// What failed, and then what mends it: one is loaded by the other.
	await act(() => vi.dynamicImportSettled());
	await act(() => vi.dynamicImportSettled());
	const alert = chat.root.querySelector('article [role=alert]');
	const mains = () => [...(alert?.querySelectorAll('button') ?? [])].filter(isMain);
	return {
		...chat,
		alert,
		mains,
		press: (name: string) => chat.update(() => chat.find('button', name).click()),
	};
}

/** A view has one primary button at most. */
const isMain = (button: Element) => button.className.includes('bg-accent ');

/** As a person pastes. */
function paste(box: Element | null, text: string): void {
	if (!(box instanceof HTMLInputElement)) throw new Error('There is no field.');
	Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
	box.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('case 144: a failed answer', () => {
	it.each<[Failure['code'], string]>([
		['unauthorized', 'Enter key'],
		['key-missing', 'Enter key'],
		['model-not-found', 'Choose model'],
		['endpoint-missing', 'Choose model'],
		['not-found', 'Open settings'],
		['not-an-api', 'Open settings'],
		['permission-needed', 'Allow access to 127.0.0.1:8976'],
		['forbidden-origin', 'Let Lockchat talk to 127.0.0.1:8976'],
		['unreachable', 'Retry'],
		['rate-limited', 'Retry'],
		['server-error', 'Retry'],
	])('of %s has one main action, “%s”, and can be asked again', async (code, name) => {
		const { mains, has } = await failed({ code });
		expect(mains().map(({ textContent }) => textContent)).toEqual([name]);
		expect(has('button', 'Retry')).toBe(true);
		expect(has('button', 'Regenerate'), 'a second button that asks again').toBe(false);
	});

	it.each<Failure['code']>(['unauthorized', 'key-missing', 'model-not-found', 'forbidden-origin'])(
		'of %s sends nobody to the settings for what stands beside it',
		async (code) => {
			const { alert } = await failed({ code });
			expect(alert?.querySelector('p + p')?.textContent).not.toMatch(/settings|OLLAMA_ORIGINS/);
		},
	);

	it('for want of a key takes one on the spot, says where it goes, keeps it and asks again', async () => {
		const { press, root, update, session } = await failed({ code: 'unauthorized', status: 401 });
		await press('Enter key');
		const box = root.querySelector('article input');
		expect(document.activeElement).toBe(box);
		await update(() => paste(box, '"secret-1"'));
		expect(root.textContent).toContain('The key will be sent to 127.0.0.1:8976 and to nobody else.');
		await press('Keep key and retry');
		await expect.poll(() => session.calls).toEqual([['retry', 'a']]);
		expect(await keyFor('local')).toBe('secret-1');
		expect(await endpoints.getValue()).toMatchObject([{ id: 'local', needsAuth: true }]);
	});

	it('takes no key that is plainly another company’s (case 141)', async () => {
		const { press, root, update, session } = await failed({ code: 'unauthorized' });
		await press('Enter key');
		await update(() => paste(root.querySelector('article input'), 'sk-ant-1'));
		await press('Keep key and retry');
		expect(root.textContent).toContain('This looks like a key of Anthropic');
		expect(session.calls).toEqual([]);
		expect(await keyFor('local')).toBeUndefined();
	});

	it('for want of a header’s value leads to the settings, where its field is', async () => {
		const { mains } = await failed({ code: 'key-missing', detail: 'X-Team' });
		expect(mains().map(({ textContent }) => textContent)).toEqual(['Open settings']);
	});

	it('for want of a model leads to the choice of one', async () => {
		const { press, root } = await failed({ code: 'model-not-found' });
		await press('Choose model');
		expect(document.activeElement).toBe(root.querySelector('[aria-label="Model"]'));
	});

	it('in the popup is asked again by the window that stays, once the permission is there (case 140)', async () => {
		const world = createPermissionWorld('http://127.0.0.1:8976', { refuses: false });
		const popup = await failed({ code: 'permission-needed' }, 'popup');
		await popup.press('Allow access to 127.0.0.1:8976');
		expect(world.calls).toEqual(['panel', 'request']);
		const paused = await fakeBrowser.storage.session.get();
		const panel = await failed({ code: 'permission-needed' }, 'sidepanel', paused);
		expect(panel.session.calls).toEqual([]);
		await act(async () => world.answer(true));
		await expect.poll(() => panel.session.calls).toEqual([['retry', 'a']]);
		expect(popup.session.calls).toEqual([]);
	});
});
