// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FromPage } from '../../../utils/page/collect/page-messages.ts';
import { hasChanged } from '../../../utils/page/page-change.ts';
import { readPage } from '../../../utils/page/read-page.ts';

const ABOUT = { title: 'On doors', url: 'https://a.test/', taken: 15, shown: 30 };
const HTML: FromPage = { type: 'html', html: '<main><h1>Doors</h1><p>They close.</p></main>' };
const END: FromPage = { type: 'end', about: ABOUT };

/** A page that has the script, or gets it, and posts these messages to who connects. */
function answer({
	isThere = true,
	isConnectable = true,
	messages = [HTML, END],
}: {
	isThere?: boolean;
	isConnectable?: boolean;
	messages?: FromPage[];
} = {}) {
	let hasReader = isThere;
	const executeScript = vi.fn(async (injection: object) => {
		if ('files' in injection && JSON.stringify(injection.files).includes('collect')) hasReader = true;
		if ('args' in injection) return [{ frameId: 0, documentId: 'd', result: messages }];
		const result = 'func' in injection && hasReader ? isConnectable : null;
		return [{ frameId: 0, documentId: 'd', result }];
	});
	const disconnect = vi.fn();
	const left: (() => void)[] = [];
	const connect = vi.fn((_tabId: number, _options: unknown) => ({
		disconnect,
		onDisconnect: { addListener: (hear: () => void) => left.push(hear) },
		onMessage: {
			addListener: (hear: (message: FromPage) => void) =>
				queueMicrotask(() => {
					for (const message of messages) hear(message);
				}),
		},
	}));
	Object.assign(fakeBrowser.scripting, { executeScript });
	Object.assign(fakeBrowser.tabs, { connect });
	const leave = () => {
		for (const hear of left) hear();
	};
	return { executeScript, connect, disconnect, leave };
}

function refuse(words: string) {
	const executeScript = vi.fn(async () => {
		throw new Error(words);
	});
	Object.assign(fakeBrowser.scripting, { executeScript });
}

afterEach(() => vi.useRealTimers());

describe('a page that is read', () => {
	it('comes as Markdown, with how much of it was taken', async () => {
		const { connect, disconnect } = answer();
		const page = await readPage(7, 'page');
		expect(page).toMatchObject({
			type: 'page',
			text: '# Doors\n\nThey close.',
			title: 'On doors',
			share: 0.5,
		});
		expect(connect).toHaveBeenCalledWith(7, { frameId: 0, name: 'lockchat.page.page' });
		expect(disconnect).toHaveBeenCalledOnce();
	});

	it.each([
		['gets the script that reads where it has none', false, 3],
		['is read by the script that it has', true, 1],
	])('%s', async (_, isThere, calls) => {
		const { executeScript } = answer({ isThere });
		await readPage(7, 'page');
		expect(executeScript).toHaveBeenCalledTimes(calls);
		const file = { target: { tabId: 7, frameIds: [0] }, files: ['/collect-page.js'] };
		if (isThere) expect(executeScript).not.toHaveBeenCalledWith(file);
		else expect(executeScript).toHaveBeenCalledWith(file);
	});

	it.each([
		[
			'denied',
			'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
		],
		['denied', 'Missing host permission for the tab'],
		['closed', 'Cannot access a chrome:// URL'],
		['closed', 'The extensions gallery cannot be scripted.'],
		['gone', 'Frame with ID 0 was removed.'],
		['gone', 'No tab with id: 7.'],
		['gone', 'Something that browsers say tomorrow'],
	])('is %s where the browser says “%s”', async (code, words) => {
		refuse(words);
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code });
	});

	it('is gone where it is left before its end has come', async () => {
		const { leave, connect } = answer({ messages: [HTML] });
		const reading = expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'gone' });
		await vi.waitFor(() => expect(connect).toHaveBeenCalled());
		leave();
		await reading;
	});

	it('is gone where the script in it fails', async () => {
		answer({ messages: [{ type: 'failed', reason: 'Cannot access “x” before initialization' }] });
		await expect(readPage(7, 'page')).rejects.toMatchObject({
			code: 'gone',
			cause: { message: 'Cannot access “x” before initialization' },
		});
	});

	it('comes anew where what has come until then does not hold', async () => {
		answer({ messages: [{ type: 'html', html: '<p>Covered.</p>' }, { type: 'anew' }, HTML, END] });
		expect((await readPage(7, 'page')).text).toBe('# Doors\n\nThey close.');
	});

	it('is given at once where no window can connect to it', async () => {
		const { connect } = answer({ isThere: false, isConnectable: false });
		expect((await readPage(7, 'page')).text).toBe('# Doors\n\nThey close.');
		expect(connect).not.toHaveBeenCalled();
	});

	it('is told to be a PDF', async () => {
		answer({ messages: [{ type: 'end', about: 'pdf' }] });
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'pdf' });
	});

	it('is late where it never answers', async () => {
		vi.useFakeTimers();
		Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => undefined) });
		const reading = expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'late' });
		await vi.advanceTimersByTimeAsync(10_000);
		await reading;
	});

	it('is empty without words, and tells that nothing is selected', async () => {
		answer({ messages: [{ type: 'html', html: '<div></div>' }, END] });
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'empty' });
		answer({ messages: [{ type: 'end', about: null }] });
		await expect(readPage(7, 'selection')).rejects.toMatchObject({ code: 'nothing-selected' });
	});

	it('lets the page go where it is late after it has connected', async () => {
		vi.useFakeTimers();
		const { disconnect } = answer({ messages: [HTML] });
		const reading = expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'late' });
		await vi.advanceTimersByTimeAsync(10_000);
		await reading;
		expect(disconnect).toHaveBeenCalledOnce();
	});
});

describe('a page has changed', () => {
	const before = { url: 'https://a.test/x#one', length: 1_000 };
	it.each([
		[false, { ...before, url: 'https://a.test/x#two' }],
		[false, { ...before, length: 1_040 }],
		[true, { ...before, length: 1_100 }],
		[true, { ...before, url: 'https://a.test/y' }],
		[false, null],
	])('%j for %j', (isOther, now) => {
		expect(hasChanged(before, now)).toBe(isOther);
	});
});
