/** Firefox's own window: its menus and its address bar, which no protocol reaches as a page is reached. */
import type { Browser } from 'puppeteer-core';
import { evaluatePrivileged } from './privileged-script.ts';

/** What one of the window's menus holds when it has opened, below an item where one is named. */
const OPENED = `async (within) => {
	const shown = async (popup) => {
		if (popup.state !== 'open') await new Promise((done) => popup.addEventListener('popupshown', done, { once: true }));
		return popup;
	};
	const menu = await shown(document.getElementById('contentAreaContextMenu'));
	if (within === null) return menu;
	const parent = [...menu.querySelectorAll(':scope > menu')].find(({ label }) => label.startsWith(within));
	if (!parent) throw new Error('There is no such item: ' + [...menu.children].map((one) => one.label).join());
	parent.openMenu(true);
	return shown(parent.menupopup);
}`;

/** The extension's own items of the menu that a right-click has opened, or of the one below the item that begins so. */
export async function ownMenuItems(browser: Browser, within: string | null = null): Promise<string[]> {
	const told = await evaluatePrivileged(
		browser,
		`(${OPENED})(${JSON.stringify(within)}).then((menu) =>
			JSON.stringify([...menu.children].filter(({ id }) => id.startsWith('lockchat')).map(({ label }) => label)))`,
	);
	return JSON.parse(String(told));
}

/** Chooses an item of the menu that a right-click has opened, or of the one below the item that begins so. */
export async function chooseMenuItem(
	browser: Browser,
	label: string,
	within: string | null = null,
): Promise<void> {
	await evaluatePrivileged(
		browser,
		`(${OPENED})(${JSON.stringify(within)}).then((menu) => {
			const item = [...menu.children].find((one) => one.label === ${JSON.stringify(label)});
			if (!item) throw new Error('There is no such item: ' + [...menu.children].map((one) => one.label).join());
			menu.activateItem(item);
		})`,
	);
}

/** Closes the menu that a right-click has opened. */
export async function closeMenu(browser: Browser): Promise<void> {
	await evaluatePrivileged(
		browser,
		`(${OPENED})(null).then((menu) => new Promise((done) => {
			menu.addEventListener('popuphidden', ({ target }) => target === menu && done(null));
			menu.hidePopup();
		}))`,
	);
}

/** Presses keys in the window itself, as a keyboard does: characters, and keys by their names in the DOM. */
export async function pressInWindow(browser: Browser, ...keys: readonly string[]): Promise<void> {
	await evaluatePrivileged(
		browser,
		`{
			const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
			if (!processor.beginInputTransactionForTests(window)) throw new Error('The window takes no keys.');
			for (const key of ${JSON.stringify(keys)}) {
				const event = new KeyboardEvent('', { key, ...(key === 'Enter' && { keyCode: 13 }) });
				processor.keydown(event);
				processor.keyup(event);
			}
		}`,
	);
}

/** Puts the cursor into the address bar, and types there, as slowly as it takes the browser to look for each letter. */
export async function typeInAddressBar(browser: Browser, text: string): Promise<void> {
	await evaluatePrivileged(browser, 'window.focus(); gURLBar.focus(); gURLBar.select();');
	for (const character of text) {
		await pressInWindow(browser, character);
		await evaluatePrivileged(browser, 'gURLBar.lastQueryContextPromise.then(() => null)');
	}
}

/** What the address bar offers now, the first as what Enter does. */
export async function offeredInAddressBar(browser: Browser): Promise<string[]> {
	const told = await evaluatePrivileged(
		browser,
		`gURLBar.lastQueryContextPromise.then(() => JSON.stringify(
			[...gURLBar.view.panel.querySelectorAll('.urlbarView-row')].map((row) => row.innerText.trim())))`,
	);
	return JSON.parse(String(told));
}
