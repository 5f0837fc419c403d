// @vitest-environment happy-dom
import './fake-texts.ts';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { renderChat, typeInto } from './render-chat.tsx';

const tab = (id: number, title: string, url: string, lastAccessed = 0) => ({ id, title, url, lastAccessed });
const TABS = [
	tab(1, 'On doors', 'https://www.a.test/doors/', 5),
	tab(2, 'Über Fenster', 'https://b.test/windows?x=1', 9),
	tab(3, 'A new tab', 'chrome://newtab/', 10),
	tab(4, 'Elsewhere', 'https://c.test/', 99),
];

let isGiven = false;
const request = vi.fn(async () => isGiven);

beforeEach(() => {
	isGiven = true;
	// The text is then put in by another way.
	document.execCommand = () => false;
	request.mockClear();
	Object.assign(fakeBrowser.permissions, { contains: async () => isGiven, request });
	Object.assign(fakeBrowser.tabs, {
		// The last one is in another window.
		query: async ({ currentWindow = false }) => (currentWindow ? TABS.slice(0, 3) : TABS),
	});
});

async function open() {
	const rendered = await renderChat(<Composer />);
	const box = () => rendered.find('textarea', 'Message') as HTMLTextAreaElement;
	box().focus();
	const options = () =>
		[...rendered.root.querySelectorAll<HTMLElement>('[role=option]')].map((one) => one.textContent);
	const type = (text: string) => rendered.update(() => typeInto(box(), text));
	const press = (key: string) =>
		rendered.update(() =>
			box().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
		);
	return { ...rendered, box, options, type, press };
}

describe('case 250: the list of open tabs', () => {
	it('opens with an at sign: pages of the web, those of this window and those looked at last first', async () => {
		const { options, type, root } = await open();
		await type('Compare @');
		await vi.waitFor(() =>
			expect(options()).toEqual([
				'Über Fensterb.test/windows?x=1',
				'On doorsa.test/doors',
				'Elsewherec.test',
			]),
		);
		expect(root.querySelector('[role=listbox]')?.getAttribute('aria-label')).toBe('Open tabs');
		await type('Compare @doors');
		expect(options()).toEqual(['On doorsa.test/doors']);
		await type('Compare @b.test');
		expect(options()).toEqual(['Über Fensterb.test/windows?x=1']);
		await type('Compare @nobody');
		expect(options()).toEqual([]);
	});

	it('attaches what is chosen, takes the sign out of the text, and is closed by Escape', async () => {
		const { options, type, press, box, services } = await open();
		const want = vi.spyOn(services.composer, 'want');
		await type('@');
		await vi.waitFor(() => expect(options()).toHaveLength(3));
		await press('Escape');
		expect(options()).toEqual([]);
		await type('See @');
		await vi.waitFor(() => expect(options()).toHaveLength(3));
		await press('ArrowDown');
		await press('Enter');
		expect(want).toHaveBeenCalledWith({ type: 'tab', tabId: 1 });
		expect(box().value).toBe('See ');
	});
});

describe('case 251: without the permission for tabs', () => {
	it('the list asks for it when its entry is chosen, and not before', async () => {
		isGiven = false;
		const { options, type, press } = await open();
		await type('@');
		await vi.waitFor(() => expect(options()[0]).toContain('List open tabs'));
		expect(request).not.toHaveBeenCalled();
		request.mockImplementationOnce(async () => {
			isGiven = true;
			return true;
		});
		await press('ArrowDown');
		await press('Enter');
		await vi.waitFor(() => expect(options()).toHaveLength(3));
		expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['tabs'] });
	});

	it('Enter sends what is written, as it does without the list', async () => {
		isGiven = false;
		const { options, type, press, session } = await open();
		await type('Ask @anna');
		await vi.waitFor(() => expect(options()).toHaveLength(1));
		await press('Enter');
		await vi.waitFor(() => expect(session.calls).toEqual([['ask', 'Ask @anna', expect.anything(), []]]));
		expect(request).not.toHaveBeenCalled();
	});
});
