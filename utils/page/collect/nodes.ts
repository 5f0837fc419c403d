/**
 * Reads nodes by what their prototypes have. A page's form fields pose as properties of their form (`<input
 * name="getAttribute">`), and its pictures as properties of the document (`<img name="body">`), for extensions too.
 * The window's own properties have no such neighbours, nor have those of selections, ranges, shadow roots and fields.
 */

/* @__NO_SIDE_EFFECTS__ */
function method<Args extends readonly unknown[], Result>(
	name: string,
	prototype: object,
): (node: Node, ...args: Args) => Result {
	return Function.prototype.call.bind(Reflect.get(prototype, name));
}

/* @__NO_SIDE_EFFECTS__ */
function getter<Result>(name: string, prototype: object): (node: Node) => Result {
	const { get } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
	// Some of the documents that these scripts are tried in know not everything that browsers do.
	return get ? Function.prototype.call.bind(get) : (node) => Reflect.get(prototype, name, node);
}

export const firstChild = getter<Node | null>('firstChild', Node.prototype);
export const nextSibling = getter<Node | null>('nextSibling', Node.prototype);
export const parentElement = getter<Element | null>('parentElement', Node.prototype);
export const childrenIn = getter<NodeListOf<ChildNode>>('childNodes', Node.prototype);
export const slotOf = getter<HTMLSlotElement | null>('assignedSlot', Element.prototype);
export const nameOf = getter<string>('localName', Element.prototype);
export const openShadowRoot = getter<ShadowRoot | null>('shadowRoot', Element.prototype);
export const childrenOf = getter<HTMLCollection>('children', Element.prototype);
export const firstElementIn = getter<Element | null>('firstElementChild', Element.prototype);
export const previousElement = getter<Element | null>('previousElementSibling', Element.prototype);
export const hasAttributes = method<[], boolean>('hasAttributes', Element.prototype);
export const attributeOf = method<[name: string], string | null>('getAttribute', Element.prototype);
export const boxOf = method<[], DOMRect>('getBoundingClientRect', Element.prototype);
export const closest = method<[selector: string], Element | null>('closest', Element.prototype);
export const findAll = method<[selector: string], NodeListOf<Element>>('querySelectorAll', Element.prototype);

/** Where an element is scrolled to, and how large what it scrolls is, in pixels. */
export function scrollOf(element: Element) {
	const number = (name: string) => getter<number>(name, Element.prototype)(element);
	return {
		left: number('scrollLeft'),
		top: number('scrollTop'),
		width: number('scrollWidth'),
		height: number('scrollHeight'),
		clientLeft: number('clientLeft'),
		clientTop: number('clientTop'),
		clientWidth: number('clientWidth'),
		clientHeight: number('clientHeight'),
	};
}

export const rootOf = getter<Element | null>('documentElement', Document.prototype);
export const bodyOf = getter<Element | null>('body', Document.prototype);
export const contentTypeOf = getter<string>('contentType', Document.prototype);
export const sheetsOf = getter<StyleSheetList>('styleSheets', Document.prototype);
export const adoptedBy = getter<readonly CSSStyleSheet[]>('adoptedStyleSheets', Document.prototype);
export const titleOf = getter<string>('title', Document.prototype);
export const baseOf = getter<string>('baseURI', Node.prototype);
export const focusedIn = getter<Element | null>('activeElement', Document.prototype);
export const textOf = getter<string | null>('textContent', Node.prototype);
export const contains = method<[other: Node | null], boolean>('contains', Node.prototype);
export const comparePosition = method<[other: Node], number>('compareDocumentPosition', Node.prototype);
export const isConnected = getter<boolean>('isConnected', Node.prototype);
export const treeOf = method<[], Node>('getRootNode', Node.prototype);
export const hasKeyboard = method<[], boolean>('hasFocus', Document.prototype);
export const dispatchTo = method<[event: Event], boolean>('dispatchEvent', EventTarget.prototype);
export const giveFocus = method<[options?: FocusOptions], void>('focus', HTMLElement.prototype);
export const walkerOf = method<[root: Node, show: number], TreeWalker>(
	'createTreeWalker',
	Document.prototype,
);
/** Makes an element of HTML, also in a document of another kind. It stands nowhere yet. */
export const createElement = (name: string): Element =>
	Reflect.apply(Document.prototype.createElementNS, document, ['http://www.w3.org/1999/xhtml', name]);
/** The box of a shape in the space of its drawing, before its own transform. */
export const boxInDrawing = method<[], DOMRect>('getBBox', SVGGraphicsElement.prototype);
export const lengthOfOutline = method<[], number>('getTotalLength', SVGGeometryElement.prototype);
export const pointOfOutline = method<[distance: number], DOMPoint>(
	'getPointAtLength',
	SVGGeometryElement.prototype,
);

/** The element of a tree that has an id; null where none has. */
export function elementById(tree: Document | ShadowRoot, id: string): Element | null {
	const { prototype } = tree instanceof Document ? Document : DocumentFragment;
	return Reflect.apply(prototype.getElementById, tree, [id]);
}

/** The animations of an element that are in effect; none where a browser knows of no animations. */
export function animationsOf(element: Element): readonly Animation[] {
	const animations: unknown = Reflect.get(Element.prototype, 'getAnimations');
	return typeof animations === 'function' ? Reflect.apply(animations, element, []) : [];
}

/** Whether an element is painted above all of the page, whatever it stands in: as a modal dialog or an open popover. */
export function isOnTop(element: Element): boolean {
	if (nameOf(element) !== 'dialog' && attributeOf(element, 'popover') === null) return false;
	return Reflect.apply(Element.prototype.matches, element, [':modal, :popover-open']);
}

/** How wide an element is before it is transformed, in pixels. */
export const widthOf: (element: HTMLElement) => number = getter('offsetWidth', HTMLElement.prototype);
/** How high it is then. */
export const heightOf: (element: HTMLElement) => number = getter('offsetHeight', HTMLElement.prototype);

/** By how much it is zoomed by styles; 1 where a browser does not tell. */
export function zoomOf(element: Element): number {
	const zoom: unknown = Reflect.get(Element.prototype, 'currentCSSZoom', element);
	return typeof zoom === 'number' && zoom > 0 ? zoom : 1;
}

const scrollerOf = getter<Element | null>('scrollingElement', Document.prototype);

/** The element whose scroll position is the window's. */
export function scrollerOfPage(): Element | null {
	return scrollerOf(document) ?? rootOf(document);
}

/** Whether the user can write in an element. */
export const isEditable: (element: HTMLElement) => boolean = getter(
	'isContentEditable',
	HTMLElement.prototype,
);

/** The text of an element with its line breaks, of which `textContent` knows nothing. */
export const linesOf: (element: HTMLElement) => string = getter('innerText', HTMLElement.prototype);

/** Has the browser write at the selection, as a key would; false where it does not. */
export const typeText = (text: string): boolean =>
	Reflect.apply(Document.prototype.execCommand, document, ['insertText', false, text]);
