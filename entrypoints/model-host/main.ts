/** The document in which the browser's model answers if the background has none. It asks the model, and keeps nothing. */
import type { browser as Browser } from 'wxt/browser';
import native from '../../utils/platform/native-browser.ts';
import { serveModel, wantsPort } from '../../utils/providers/serve-model.ts';

/** How long the model stays loaded for a next question, in milliseconds. */
const IDLE_MS = 60_000;

// The browser's own API is used here. If this page used the polyfill, the polyfill would become a file of its own, and
// each window would have to load one file more.
const browser = native as typeof Browser;

let open = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

browser.runtime.onMessage.addListener((message: unknown, _sender, respond: (isHeard: boolean) => void) => {
	if (!wantsPort(message)) return;
	const port = browser.runtime.connect({ name: message.portWanted });
	serveModel(port);
	respond(true);
	clearTimeout(idle);
	open += 1;
	port.onDisconnect.addListener(() => {
		open -= 1;
		if (open === 0) idle = setTimeout(() => window.close(), IDLE_MS);
	});
});
