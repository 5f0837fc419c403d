import { browser } from 'wxt/browser';

/** `prompt` where the user has not been asked yet. */
export async function microphoneAccess(): Promise<PermissionState> {
	return (await navigator.permissions.query({ name: 'microphone' })).state;
}

/** Calls `onChange` when the user allows or blocks the microphone, wherever that is. Returns a function that ends it. */
export function watchMicrophone(onChange: (access: PermissionState) => void): () => void {
	const ending = new AbortController();
	void navigator.permissions.query({ name: 'microphone' }).then((status) => {
		status.addEventListener('change', () => onChange(status.state), { signal: ending.signal });
	});
	return () => ending.abort();
}

/** Whether this page stands in a tab. Chromium shows its prompts there, and neither in the popup nor in the side panel. */
export async function isInTab(): Promise<boolean> {
	return (await browser.tabs.getCurrent()) !== undefined;
}

/**
 * Opens a tab that asks for the microphone, and waits for the user's answer. The tab's opening closes the popup, which is
 * the end of its waiting.
 *
 * @returns whether the microphone may be used; false, too, where the tab was closed or the signal aborted
 */
export async function askForMicrophone(signal: AbortSignal): Promise<boolean> {
	const [status, here] = await Promise.all([
		navigator.permissions.query({ name: 'microphone' }),
		browser.tabs.query({ active: true, currentWindow: true }),
	]);
	const { onRemoved } = browser.tabs;
	const openerTabId = here[0]?.id;
	const url = browser.runtime.getURL('/microphone.html');
	const tab = await browser.tabs.create({ url, ...(openerTabId !== undefined && { openerTabId }) });
	return new Promise((resolve) => {
		const finish = () => {
			status.removeEventListener('change', finish);
			onRemoved.removeListener(closed);
			signal.removeEventListener('abort', finish);
			resolve(status.state === 'granted' && !signal.aborted);
		};
		const closed = (tabId: number) => {
			if (tabId === tab.id) finish();
		};
		status.addEventListener('change', finish);
		onRemoved.addListener(closed);
		signal.addEventListener('abort', finish);
		if (signal.aborted) finish();
	});
}

/**
 * Has the browser ask for the microphone in this page, which stands in a tab.
 *
 * @returns `dismissed` where the user has given no answer, `missing` where there is none, or another program holds it
 */
export async function askHere(): Promise<'granted' | 'dismissed' | 'denied' | 'missing'> {
	try {
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		for (const track of stream.getTracks()) track.stop();
		return 'granted';
	} catch (error) {
		const access = await microphoneAccess();
		if (error instanceof DOMException && error.name === 'NotAllowedError')
			return access === 'denied' ? 'denied' : 'dismissed';
		console.warn('The microphone cannot be used.', error);
		return 'missing';
	}
}

/** Shows what the browser lets this extension do, where the user can change it. Only Chromium has such a page. */
export async function openMicrophoneSettings(): Promise<void> {
	const site = encodeURIComponent(browser.runtime.getURL('/'));
	await browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}

/** Closes the tab that this page stands in. */
export async function closeOwnTab(): Promise<void> {
	const tab = await browser.tabs.getCurrent();
	if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
