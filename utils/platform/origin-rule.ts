/**
 * Some servers (Ollama above all) refuse a request that says it comes from an extension. A rule of
 * declarativeNetRequest takes the `Origin` header off the extension's own requests to such a server, and off no
 * others: pages keep theirs, which is what protects the server from them. It works where the server's host
 * permission is held. The rules outlive the browser's session and are themselves the only record of who has one.
 */
import { browser } from 'wxt/browser';

/** `http://127.0.0.1:11434/`, anchored at the start: this scheme, host and port exactly. */
function filterFor(url: string): string {
	return `|${new URL(url).origin}/`;
}

/** The host of the extension's own pages: its id in Chromium, a UUID of the profile's in Firefox. */
function ownHost(): string {
	return new URL(browser.runtime.getURL('/')).hostname;
}

async function findRules(url: string) {
	const rules = await browser.declarativeNetRequest.getDynamicRules();
	return rules.filter((rule) => rule.condition.urlFilter === filterFor(url));
}

/** Takes `Origin` off requests to this server; one rule a server, however often it is asked for. */
export async function setOriginRule(url: string): Promise<void> {
	const rules = await browser.declarativeNetRequest.getDynamicRules();
	if (rules.some((rule) => rule.condition.urlFilter === filterFor(url))) return;
	const id = Math.max(0, ...rules.map((rule) => rule.id)) + 1;
	await browser.declarativeNetRequest.updateDynamicRules({
		addRules: [
			{
				id,
				action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
				condition: {
					urlFilter: filterFor(url),
					requestDomains: [new URL(url).hostname],
					initiatorDomains: [ownHost()],
					resourceTypes: ['xmlhttprequest', 'other'],
				},
			},
		],
	});
}

export async function removeOriginRule(url: string): Promise<void> {
	const removeRuleIds = (await findRules(url)).map((rule) => rule.id);
	await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds });
}

/** The origins that have a rule: `http://127.0.0.1:11434`. */
export async function listOriginRules(): Promise<string[]> {
	const rules = await browser.declarativeNetRequest.getDynamicRules();
	return rules.flatMap((rule) => rule.condition.urlFilter?.slice(1, -1) ?? []);
}
