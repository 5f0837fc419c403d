/**
 * Some servers (Ollama above all) refuse a request that says it comes from an extension. A rule of
 * declarativeNetRequest removes the `Origin` header from the extension's own requests to such a server, and from no
 * others: requests of web pages keep the header, which protects the server from those pages. A rule works only while
 * the extension holds the host permission of the server. Rules outlive the browser's session. Only the browser knows
 * which servers have one, and it is asked whenever a rule is set or removed.
 */
import { browser } from 'wxt/browser';

/** The filter of a rule, `|http://127.0.0.1:11434/`: exactly this scheme, host and port. */
function filterFor(url: string): string {
	return `|${new URL(url).origin}/`;
}

/** The host of the extension's own pages: in Chromium its id, in Firefox a UUID that each profile makes for itself. */
function ownHost(): string {
	return new URL(browser.runtime.getURL('/')).hostname;
}

async function findRules(url: string) {
	const rules = await browser.declarativeNetRequest.getDynamicRules();
	return rules.filter((rule) => rule.condition.urlFilter === filterFor(url));
}

/**
 * Makes the rule that removes `Origin` from requests to this server. Each server has one rule, however often this is
 * called.
 */
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
