import type { BarTexts } from '../protocol.ts';
import { BAR_STYLE } from './bar-style.ts';

export interface BarItem {
	name: string;
	run: (event: Event) => void;
}

export interface DrawnBar {
	/** The one element that the page can find. What is in it stands in a closed shadow root. */
	host: HTMLElement;
	root: ShadowRoot;
	place: HTMLElement;
	toolbar: HTMLElement;
	more: HTMLElement;
	menu: HTMLElement;
}

/** The key that leads into the bar, as assistive technology is told of it. */
const KEY = 'Alt+Shift+J';

/** The product's mark without its dots, as in `components/ui/mark.tsx`. */
const MARK = [
	'M10.5 13V9.5a5.5 5.5 0 0 1 11 0V13h2.7V9.5a8.2 8.2 0 0 0-16.4 0V13Z',
	'M9 12.25h14A3.75 3.75 0 0 1 26.75 16v7A3.75 3.75 0 0 1 23 26.75h-8.2l-4.6 3.6c-.5.38-1.2.03-1.2-.6v-3A3.75 3.75 0 0 1 5.25 23v-7A3.75 3.75 0 0 1 9 12.25Z',
];
const SVG = 'http://www.w3.org/2000/svg';

/** Makes an element. A form or a picture named `createElement` takes the place of the document's own method. */
function make(name: string, attributes: Record<string, string> = {}): HTMLElement {
	const element: HTMLElement = Reflect.apply(Document.prototype.createElement, document, [name]);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	return element;
}

function makeMark(): Element {
	const makeShape = (name: string): Element =>
		Reflect.apply(Document.prototype.createElementNS, document, [SVG, name]);
	const mark = makeShape('svg');
	mark.setAttribute('viewBox', '0 0 32 32');
	mark.setAttribute('aria-hidden', 'true');
	for (const d of MARK) {
		const path = makeShape('path');
		path.setAttribute('d', d);
		mark.append(path);
	}
	return mark;
}

function makeButton({ name, run }: BarItem, attributes: Record<string, string>): HTMLElement {
	const button = make('button', { type: 'button', tabindex: '-1', dir: 'auto', title: name, ...attributes });
	button.textContent = name;
	button.addEventListener('click', run);
	return button;
}

/** Draws the bar: its buttons, and the menu behind “More”, which is not open yet. */
export function drawBar(
	texts: BarTexts,
	inBar: readonly BarItem[],
	more: BarItem,
	inMenu: readonly BarItem[],
): DrawnBar {
	const host = make('div', { popover: 'manual' });
	const root = host.attachShadow({ mode: 'closed' });
	const style = make('style');
	style.textContent = BAR_STYLE;
	const place = make('div', { class: 'place', lang: texts.lang, dir: 'ltr' });
	const toolbar = make('div', {
		class: 'box',
		role: 'toolbar',
		'aria-label': texts.label,
		'aria-keyshortcuts': KEY,
	});
	const menu = make('div', { class: 'box', role: 'menu', 'aria-label': texts.more, hidden: '' });
	const opens = { 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-label': texts.more };
	const moreButton = makeButton(more, opens);
	toolbar.append(makeMark(), ...inBar.map((item) => makeButton(item, {})), moreButton);
	menu.append(...inMenu.map((item) => makeButton(item, { role: 'menuitem' })));
	place.append(toolbar, menu);
	root.append(style, place);
	return { host, root, place, toolbar, more: moreButton, menu };
}
