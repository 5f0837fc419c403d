import { browser } from 'wxt/browser';
import { hostKind } from '../lockchat/address/host-kind.ts';

/**
 * The match pattern of a server's origin. It names no port: Firefox refuses patterns with a port, and in Chromium a
 * permission covers every port of a host anyway.
 */
export function originPattern(url: string): string {
	const { protocol, hostname } = new URL(url);
	return `${protocol}//${hostname}/*`;
}

const EVERY_SITE = ['http://*/*', 'https://*/*'];

/** Whether the background may read this server's answers even if its CORS headers do not allow it. */
export function hasOrigin(url: string): Promise<boolean> {
	return browser.permissions.contains({ origins: [originPattern(url)] });
}

/**
 * Asks the user for access to a server's origin. Resolves to the user's answer, or at once if access was given
 * before.
 *
 * Call it first in a click's handler: after an `await` Firefox no longer sees the user's gesture, and refuses.
 * Firefox also asks the user to agree to the kinds of data that are sent to a server on another computer.
 */
export function requestOrigin(url: string): Promise<boolean> {
	const origins = [originPattern(url)];
	if (import.meta.env.FIREFOX && hostKind(new URL(url).hostname) !== 'loopback') {
		const consent = { origins, data_collection: ['websiteContent', 'personalCommunications'] };
		return browser.permissions.request(consent);
	}
	return browser.permissions.request({ origins });
}

/**
 * Asks the user for access to the pages of one site, or of every site where the page's address is not known: browsers do
 * not tell it without a permission. Resolves to the user's answer.
 *
 * Call it first in a click's handler, as `requestOrigin`.
 */
export function requestPages(url: string | undefined): Promise<boolean> {
	return browser.permissions.request({ origins: url === undefined ? EVERY_SITE : [originPattern(url)] });
}

/** Whether pages of all these match patterns may be read. */
export function hasPatterns(patterns: string[]): Promise<boolean> {
	return browser.permissions.contains({ origins: patterns });
}

/** The match patterns of all access that was given, each as it was asked for. */
export async function givenPatterns(): Promise<string[]> {
	return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Asks the user for access to pages by their match patterns. Resolves to the user's answer, or at once if access was given
 * before; rejects where the browser sees no gesture of the user's.
 *
 * Call it first in a click's handler, as `requestOrigin`.
 */
export function requestPatterns(patterns: string[]): Promise<boolean> {
	return browser.permissions.request({ origins: patterns });
}

/** Gives up access to pages by their match patterns. Resolves to true if the extension had it. */
export function dropPatterns(patterns: string[]): Promise<boolean> {
	return browser.permissions.remove({ origins: patterns });
}

/** Calls `onChange` when a permission was given or taken away. Returns a function that ends that. */
export function watchPermissions(onChange: () => void): () => void {
	const { onAdded, onRemoved } = browser.permissions;
	onAdded.addListener(onChange);
	onRemoved.addListener(onChange);
	return () => {
		onAdded.removeListener(onChange);
		onRemoved.removeListener(onChange);
	};
}

const TABS = { permissions: ['tabs' as const] };

/** Whether the browser tells the titles and addresses of open tabs. */
export function mayListTabs(): Promise<boolean> {
	return browser.permissions.contains(TABS);
}

/**
 * Asks the user whether the titles and addresses of open tabs may be listed. Resolves to the user's answer.
 *
 * Call it first in a handler of a click or key, as `requestOrigin`.
 */
export function requestTabs(): Promise<boolean> {
	return browser.permissions.request(TABS);
}

/** Gives up access to a server's origin. Resolves to true if the extension had it. */
export function dropOrigin(url: string): Promise<boolean> {
	return browser.permissions.remove({ origins: [originPattern(url)] });
}

/**
 * Resolves when the extension has access to a server's origin, at once where it has it already. Resolves to false when
 * the signal is aborted before that.
 */
export async function untilOrigin(url: string, signal: AbortSignal): Promise<boolean> {
	const { onAdded } = browser.permissions;
	return new Promise((resolve) => {
		const finish = (isGiven: boolean) => {
			onAdded.removeListener(look);
			resolve(isGiven && !signal.aborted);
		};
		const look = async () => {
			if (await hasOrigin(url)) finish(true);
		};
		onAdded.addListener(look);
		signal.addEventListener('abort', () => finish(false), { once: true });
		void look();
	});
}
