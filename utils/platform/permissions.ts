import { browser } from 'wxt/browser';
import { hostKind } from '../settings/host-kind.ts';

/**
 * The match pattern of a server's origin. Firefox refuses a port in one and Chromium's permissions cover every
 * port of a host anyway, so the pattern names none.
 */
export function originPattern(url: string): string {
	const { protocol, hostname } = new URL(url);
	return `${protocol}//${hostname}/*`;
}

/** Whether the background may read this server's answers without its leave (CORS). */
export function hasOrigin(url: string): Promise<boolean> {
	return browser.permissions.contains({ origins: [originPattern(url)] });
}

/**
 * Asks the user for a server's origin; resolves to his answer, at once where he gave it before.
 *
 * Call it first thing in a click's handler: after an `await` Firefox no longer sees the gesture and refuses.
 * Firefox also wants to know what leaves the computer with the words sent there.
 */
export function requestOrigin(url: string): Promise<boolean> {
	const origins = [originPattern(url)];
	if (import.meta.env.FIREFOX && hostKind(new URL(url).hostname) !== 'loopback') {
		const consent = { origins, data_collection: ['websiteContent', 'personalCommunications'] };
		return browser.permissions.request(consent);
	}
	return browser.permissions.request({ origins });
}

/** Gives a server's origin back; resolves to whether it was held. */
export function dropOrigin(url: string): Promise<boolean> {
	return browser.permissions.remove({ origins: [originPattern(url)] });
}
