import { startClosedServer } from '../harness/closed-server.ts';
import { expect, test } from '../harness/firefox.ts';
import { evaluatePrivileged } from '../harness/privileged-script.ts';

// The browser's own prompt is shown, and waits for an answer.
test.use({ preferences: { 'extensions.webextOptionalPermissionPrompts': true } });

const POPUP = `document.querySelector('browser.webextension-popup-browser')`;
const SIDEBAR = `document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser')`;

/**
 * An expression for Firefox's own window that runs code in the page of a browser element; `content` is that page's window.
 * It comes to what the code returns, or to an empty text if there is no such element, or if it goes before its page has
 * answered.
 */
function inside(element: string, code: string): string {
	return `new Promise((resolve) => {
		const asked = ${element};
		const manager = asked?.messageManager;
		if (!manager) return resolve('');
		const name = 'lockchat-test:' + Math.random();
		const look = setInterval(() => {
			if (asked === (${element})) return;
			clearInterval(look);
			resolve('');
		}, 50);
		manager.addMessageListener(name, function listen({ data }) {
			manager.removeMessageListener(name, listen);
			clearInterval(look);
			resolve(data);
		});
		const script = 'let said; try { said = (() => {' + ${JSON.stringify(code)} + '})() } catch (error) { said = String(error) }';
		const send = '; sendAsyncMessage(' + JSON.stringify(name) + ', said)';
		manager.loadFrameScript('data:,' + encodeURIComponent(script + send), false);
	})`;
}

/** Clicks a button whose text, or name, begins with this, as a person does: Firefox hears a gesture. */
const click = (name: string) => `
	const isMeant = (button) => (button.ariaLabel ?? button.textContent).startsWith(${JSON.stringify(name)});
	const button = [...content.document.querySelectorAll('button')].find(isMeant);
	const gesture = content.windowUtils.setHandlingUserInput(true);
	try { button.click(); } finally { gesture.destruct(); }
	return 'clicked';`;

const TYPE = `
	const box = content.document.querySelector('textarea');
	const { set } = Object.getOwnPropertyDescriptor(content.HTMLTextAreaElement.prototype, 'value');
	set.call(box, 'Who is there?');
	box.dispatchEvent(new content.Event('input', { bubbles: true }));
	return 'typed';`;

test('case 140: the real popup hands an answer that failed for want of a permission over to the real sidebar, which goes on after Allow', async ({
	extension,
	endpoint,
	server,
}) => {
	const closed = await startClosedServer(server);
	const run = (expression: string) => evaluatePrivileged(extension.browser, expression);
	const textIn = (element: string) => run(inside(element, 'return content.document.body.innerText'));
	try {
		await extension.seed({ endpoints: [{ ...endpoint, url: closed.url }] });
		// A tab that is still being closed takes the popup along, as it takes the focus. It is opened again then.
		await expect
			.poll(async () => {
				await run(`(async () => {
					if (${POPUP}) return;
					const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
					const { extension } = WebExtensionPolicy.getByID('lockchat@lockchat.app');
					await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, true);
				})()`);
				return textIn(POPUP);
			})
			.toContain(new URL(closed.url).host);
		expect(await run(inside(POPUP, TYPE))).toBe('typed');
		await expect.poll(() => run(inside(POPUP, click('Send')))).toBe('clicked');
		await expect.poll(() => textIn(POPUP)).toContain('Lockchat may not talk to');
		expect(await run('SidebarController.isOpen')).toBe(false);

		// The button is loaded with the first failure, and comes after its words.
		await expect.poll(() => run(inside(POPUP, click('Allow access to')))).toBe('clicked');
		await expect.poll(() => textIn(SIDEBAR)).toContain('Lockchat may not talk to');
		// The prompt ignores clicks for half a second, to prevent accidents, so it is pressed until it is gone.
		await expect
			.poll(() =>
				run('PopupNotifications.panel.firstElementChild?.button.click(), PopupNotifications.isPanelOpen'),
			)
			.toBe(false);
		await expect.poll(() => textIn(SIDEBAR)).toContain('I am not a language model');
		expect(server.requests.map(({ messages }) => messages)).toEqual([
			[{ role: 'user', content: 'Who is there?' }],
		]);
	} finally {
		await closed.close();
	}
});
