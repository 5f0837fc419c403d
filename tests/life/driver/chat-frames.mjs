// @ts-check
/** @import { ShownChat } from '../driver-commands.ts' */

/** Chat windows as frames of this page: the same origin, so that it can use them as a person does. @type {HTMLIFrameElement[]} */
const frames = [];

/** @param {number} id */
function documentOf(id) {
	const shown = frames[id]?.contentDocument;
	if (!shown) throw new Error(`There is no chat window ${id}.`);
	return shown;
}

/**
 * Resolves when something is in the document; looks for it after every change.
 * @template T @param {Document} document @param {() => T | null | undefined | false} look
 * @returns {Promise<T>}
 */
function appears(document, look) {
	return new Promise((resolve) => {
		const observer = new MutationObserver(again);
		function again() {
			const found = look();
			if (!found) return;
			observer.disconnect();
			resolve(found);
		}
		observer.observe(document, { subtree: true, childList: true, attributes: true });
		again();
	});
}

/** @param {Document} document @param {string} name @returns {() => HTMLButtonElement | undefined} */
const enabledButton = (document, name) => () =>
	[...document.querySelectorAll('button')].find(
		(button) => !button.disabled && (button.ariaLabel ?? button.textContent ?? '').startsWith(name),
	);

/** @param {Document} document */
const composerOf = (document) =>
	appears(
		document,
		() => /** @type {HTMLTextAreaElement | null} */ (document.querySelector('textarea[aria-label=Message]')),
	);

/** @param {string} page @returns {Promise<number>} the window's id */
export async function open(page) {
	const frame = document.createElement('iframe');
	frame.src = page;
	const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
	document.body.append(frame);
	await loaded;
	const id = frames.push(frame) - 1;
	await composerOf(documentOf(id));
	return id;
}

/** @param {number} id @param {string} text */
export async function ask(id, text) {
	const shown = documentOf(id);
	const composer = await composerOf(shown);
	composer.value = text;
	composer.dispatchEvent(new InputEvent('input', { bubbles: true }));
	(await appears(shown, enabledButton(shown, 'Send'))).click();
}

/** Clicks the first button whose name begins so. @param {number} id @param {string} name */
export async function press(id, name) {
	const shown = documentOf(id);
	(await appears(shown, enabledButton(shown, name))).click();
}

/** @param {number} id @returns {ShownChat} */
export function read(id) {
	const shown = documentOf(id);
	/** @param {string} name @returns {HTMLElement[]} */
	const articles = (name) => [
		...shown.querySelectorAll(/** @type {'article'} */ (`article[aria-label=${name}]`)),
	];
	return {
		questions: articles('You').map(({ textContent }) => textContent?.trim() ?? ''),
		answers: articles('Lockchat').map((article) => ({
			text: article.textContent?.trim() ?? '',
			isBusy: article.ariaBusy === 'true',
		})),
	};
}
