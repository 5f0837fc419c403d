/** A page with fields of many kinds, each with the same text. Tests reach them through `fields`. */
import { EDITORS } from './editors.ts';

const TEXT = 'Teh cat sat.';

const byName = new Map<string, HTMLElement>();

function place(name: string): HTMLElement {
	const element = document.createElement('div');
	element.id = name;
	document.body.append(element);
	return element;
}

function makeField(name: string, html: string, parent: ParentNode = place(name)): void {
	const template = document.createElement('template');
	template.innerHTML = html;
	parent.append(template.content);
	const field = parent.querySelector<HTMLElement>('input, textarea, [contenteditable]');
	if (field) byName.set(name, field);
}

const AREA = `<textarea>${TEXT}</textarea>`;
const EDITABLE = `<div contenteditable>${TEXT}</div>`;

makeField('textarea', AREA);
makeField('one line', `<input value="${TEXT}">`);
makeField('editable', EDITABLE);
makeField('editable paragraphs', `<div contenteditable><p>${TEXT}</p></div>`);
makeField('plain text only', `<div contenteditable="plaintext-only">${TEXT}</div>`);
makeField('open shadow root', AREA, place('open').attachShadow({ mode: 'open' }));
makeField('closed shadow root', AREA, place('closed').attachShadow({ mode: 'closed' }));
makeField('editable in a shadow root', EDITABLE, place('deep').attachShadow({ mode: 'open' }));
for (const [name, make] of Object.entries(EDITORS)) byName.set(name, await make(place(name), TEXT));

const frame = document.createElement('iframe');
frame.srcdoc = `<body contenteditable>${TEXT}</body>`;
place('frame').append(frame);

const fieldOf = (name: string): HTMLElement | null | undefined =>
	name === 'frame' ? frame.contentDocument?.body : byName.get(name);

const fields = {
	names: () => ['frame', ...byName.keys()],
	focus(name: string) {
		const field = fieldOf(name);
		field?.ownerDocument.defaultView?.focus();
		field?.focus();
	},
	/** The words of a field, with one blank between them. */
	words(name: string) {
		const field = fieldOf(name);
		const text =
			field && 'value' in field ? String(field.value) : field ? String(Reflect.get(field, 'innerText')) : '';
		return text.split(/\s+/).filter(Boolean).join(' ');
	},
};

export type Fields = typeof fields;

Object.assign(globalThis, { fields });
