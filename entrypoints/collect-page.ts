import { type Browser, browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectPage } from '../utils/page/collect/collect-page.ts';
import { contentTypeOf } from '../utils/page/collect/nodes.ts';
import { type FromPage, PAGE_PORT, type Scope } from '../utils/page/collect/page-messages.ts';
import { ofWorld } from '../utils/page/collect/world.ts';

const SCOPES: readonly Scope[] = ['page', 'selection', 'visible'];

/** What the script leaves in its world. */
interface Reader {
	/** Whether a window can connect. A page takes the browser's API from extensions by a frame that is named like it. */
	hasPort: boolean;
	/** Gives all messages at once, which takes longer. */
	readAll(scope: Scope): FromPage[];
}

function read(scope: Scope, post: (message: FromPage) => void): void {
	try {
		// Chrome's viewer is a page with a frame that no script gets into.
		const isPdf = contentTypeOf(document) === 'application/pdf';
		post({ type: 'end', about: isPdf ? 'pdf' : collectPage(scope, post) });
	} catch (error) {
		post({ type: 'failed', reason: String(error) });
	}
}

/** Gives a window that has connected what a reader sees of the page, and lets other ports be. */
function serve(port: Browser.runtime.Port): void {
	const scope = SCOPES.find((name) => port.name === PAGE_PORT + name);
	if (scope !== undefined) read(scope, (message) => port.postMessage(message));
}

function createReader(): Reader {
	const api: typeof browser | undefined = browser;
	const hasPort = api?.runtime?.onConnect !== undefined;
	if (hasPort) api.runtime.onConnect.addListener(serve);
	return {
		hasPort,
		readAll(scope) {
			const messages: FromPage[] = [];
			read(scope, (message) => messages.push(message));
			return messages;
		},
	};
}

/**
 * Is put into a page when the user attaches it for the first time, and waits there for windows
 * (`utils/page/receive-page.ts`). The page does not see it: extensions have a world of their own.
 */
export default defineUnlistedScript(() => {
	ofWorld(Symbol.for('lockchat.collect'), createReader);
});
