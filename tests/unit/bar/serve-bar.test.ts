import '../components/fake-texts.ts';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { BarMessage } from '../../../utils/bar/protocol.ts';
import { registerBar } from '../../../utils/bar/register-bar.ts';
import { serveBar } from '../../../utils/bar/serve-bar.ts';
import type { BarSetting } from '../../../utils/settings/bar.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';

type Listener = (message: unknown, sender: object, reply: (offer: unknown) => void) => unknown;

const ON: BarSetting = { where: 'sites', sites: ['a.example'], hidden: [] };
const SENDER = {
	id: 'test',
	tab: { id: 7, windowId: 3, title: 'A', url: 'https://a.example/x' },
	frameId: 2,
	url: 'https://a.example/x',
};

const executeScript = vi.fn(async () => []);
const onChosen = vi.fn();
let registered: object[] = [];
let listener: Listener;
let isAllowed = true;

beforeEach(() => {
	fakeBrowser.reset();
	vi.clearAllMocks();
	registered = [];
	isAllowed = true;
	Object.assign(fakeBrowser, {
		scripting: {
			executeScript,
			unregisterContentScripts: async () => {
				registered = [];
			},
			registerContentScripts: async (scripts: object[]) => {
				registered.push(...scripts);
			},
		},
	});
	Object.assign(fakeBrowser.permissions, { contains: async () => isAllowed });
	Object.assign(fakeBrowser.runtime, { id: 'test' });
	vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
		listener = added as Listener;
	});
	const action = { id: 'x', name: 'X', text: '{selection}', places: ['selection' as const], isAtOnce: true };
	serveBar({ getOffered: async () => [action], onChosen });
});

/** What is answered to a message; undefined where nothing is. */
function say(message: BarMessage | object, sender: object = SENDER): Promise<unknown> {
	return new Promise((resolve) => {
		if (listener(message, sender, resolve) !== true) resolve(undefined);
	});
}

const selected = (isLoaded: boolean): BarMessage => ({ type: 'bar-selected', isLoaded });

describe('the background and the bar', () => {
	it('loads the bar into the frame that says so first, and tells the actions without their prompts', async () => {
		await savePreferences({ bar: ON });
		const offer = {
			actions: [{ id: 'x', name: 'X', places: ['selection'] }],
			texts: expect.objectContaining({ more: 'More', hide: 'Hide on this site' }),
		};
		expect(await say(selected(false))).toEqual(offer);
		expect(executeScript).toHaveBeenCalledExactlyOnceWith({
			target: { tabId: 7, frameIds: [2] },
			files: ['/bar.js'],
		});
		expect(await say(selected(true))).toEqual(offer);
		expect(executeScript).toHaveBeenCalledOnce();
	});

	it('offers nothing where the bar is off, hidden, or no longer allowed, and where the page was left', async () => {
		expect(await say(selected(false))).toBeNull();
		await savePreferences({ bar: { ...ON, hidden: ['a.example'] } });
		expect(await say(selected(false))).toBeNull();
		await savePreferences({ bar: ON });
		isAllowed = false;
		expect(await say(selected(false))).toBeNull();
		isAllowed = true;
		expect(executeScript).not.toHaveBeenCalled();
		executeScript.mockRejectedValueOnce(new Error('No frame with id 2.'));
		expect(await say(selected(false))).toBeNull();
	});

	it('hands over at once what was chosen, and whose page it was by the browser’s own word', async () => {
		await savePreferences({ bar: ON });
		void say({
			type: 'bar-chosen',
			actionId: 'x',
			text: 'words',
			tab: { id: 9 },
			pageUrl: 'https://b.example',
		});
		expect(onChosen).toHaveBeenCalledExactlyOnceWith({
			actionId: 'x',
			text: 'words',
			isWanted: expect.any(Promise),
			tab: SENDER.tab,
			frameId: 2,
			pageUrl: SENDER.url,
		});
		expect(await onChosen.mock.lastCall?.[0].isWanted).toBe(true);
	});

	it('wants nothing that is said to be chosen where there is no bar, and takes no other message for one', async () => {
		const chosen = { type: 'bar-chosen', actionId: 'x', text: 'words' };
		const isWanted = () => onChosen.mock.lastCall?.[0].isWanted;
		void say(chosen);
		expect(await isWanted()).toBe(false);
		await savePreferences({ bar: { ...ON, hidden: ['a.example'] } });
		void say(chosen);
		expect(await isWanted()).toBe(false);
		await savePreferences({ bar: ON });
		isAllowed = false;
		void say(chosen);
		expect(await isWanted()).toBe(false);
		expect(onChosen).toHaveBeenCalledTimes(3);
		void say({ ...chosen, text: 5 });
		void say({ ...chosen, actionId: {} });
		void say(chosen, { ...SENDER, url: '' });
		expect(onChosen).toHaveBeenCalledTimes(3);
	});

	it('hears nobody but its own scripts in tabs, and nothing but the messages of the bar', async () => {
		await savePreferences({ bar: ON });
		const chosen = { type: 'bar-chosen', actionId: 'x', text: 'words' };
		expect(await say(chosen, { ...SENDER, id: 'other' })).toBeUndefined();
		expect(await say(chosen, { ...SENDER, tab: undefined })).toBeUndefined();
		expect(await say(chosen, { ...SENDER, frameId: undefined })).toBeUndefined();
		expect(await say({ type: 'selection-waiting', windowId: 1 })).toBeUndefined();
		expect(await say({})).toBeUndefined();
		expect(onChosen).not.toHaveBeenCalled();
	});

	it('hides the bar on the site that the message comes from (case 275)', async () => {
		await savePreferences({ bar: ON });
		expect(await say({ type: 'bar-hidden' })).toBeNull();
		expect((await preferences.getValue()).bar).toEqual({ ...ON, hidden: ['a.example'] });
	});
});

describe('case 268: a bar that an organization has set', () => {
	it('cannot be hidden by the user, so that this is not offered; the rest is', async () => {
		await fakeBrowser.storage.managed.set({ preferences: { bar: { ...ON, where: 'everywhere' } } });
		expect(await say(selected(true))).toMatchObject({
			actions: [{ id: 'x' }],
			texts: { ask: expect.stringContaining('Ask'), hide: null },
		});
		await fakeBrowser.storage.managed.set({ preferences: { stallSeconds: 60 } });
		await savePreferences({ bar: ON });
		expect(await say(selected(true))).toMatchObject({ texts: { hide: 'Hide on this site' } });
	});
});

describe('what the browser puts into pages (case 271)', () => {
	it('is nothing while the bar is off', async () => {
		await registerBar({ ...ON, where: 'nowhere' });
		expect(registered).toEqual([]);
	});

	it('is one script for the sites of the setting, and stays one when the setting changes', async () => {
		await Promise.all([registerBar({ ...ON, where: 'everywhere' }), registerBar(ON)]);
		await registerBar({ ...ON, hidden: ['b.example'] });
		expect(registered).toEqual([
			{
				id: 'bar',
				js: ['bar-watch.js'],
				matches: ['http://a.example/*', 'https://a.example/*'],
				excludeMatches: ['http://b.example/*', 'https://b.example/*'],
				allFrames: true,
				runAt: 'document_idle',
			},
		]);
	});
});
