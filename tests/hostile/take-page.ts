/** What tests get of a page, as the extension's windows do. */
export interface TakenPage {
	html: string;
	taken: number;
	shown: number;
}

/**
 * Takes what a reader sees of the page in the tab with an address. Runs in the extension, whose windows do the same in
 * `utils/page/receive-page.ts`.
 */
export async function takePage(url: string): Promise<TakenPage> {
	// A function that is sent into the browser has nothing of its file, and here no types of the API.
	const api = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
	const tabs: { id: number; url?: string }[] = await api.tabs.query({});
	const tabId = tabs.find((tab) => tab.url === url)?.id ?? 0;
	await api.scripting.executeScript({ target: { tabId }, files: ['/collect-page.js'] });
	const port = api.tabs.connect(tabId, { frameId: 0, name: 'lockchat.page.page' });
	return await new Promise((resolve, reject) => {
		let html = '';
		port.onDisconnect.addListener(() => reject(new Error('The page was left.')));
		port.onMessage.addListener(
			(message: { type: string; html: string; reason: string; about: Omit<TakenPage, 'html'> }) => {
				if (message.type === 'html') html += message.html;
				else if (message.type === 'anew') html = '';
				else if (message.type === 'failed') reject(new Error(message.reason));
				else resolve({ html, taken: message.about.taken, shown: message.about.shown });
				if (message.type === 'end') port.disconnect();
			},
		);
	});
}
