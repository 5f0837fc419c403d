// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { keepSelection } from '../../../components/markdown/code/use-highlight.ts';

let code: HTMLElement;

beforeEach(() => {
	document.body.replaceChildren();
	document.body.append('before ');
	code = document.body.appendChild(document.createElement('code'));
	code.append('let answer = 42;');
	document.body.append(' after');
});

/** The same text in other nodes, as colouring it makes them. */
function colour() {
	const keyword = document.createElement('b');
	keyword.append('let');
	const number = document.createElement('i');
	number.append('42');
	code.replaceChildren(keyword, ' answer = ', number, ';');
}

function select(start: Node, startOffset: number, end: Node, endOffset: number): Selection {
	const selection = document.getSelection();
	if (!selection) throw new Error('There is no selection.');
	selection.setBaseAndExtent(start, startOffset, end, endOffset);
	return selection;
}

function textOf(element: Node): Node {
	const text = element.firstChild;
	if (!text) throw new Error('There is no text.');
	return text;
}

describe('a selection', () => {
	it('inside of the code stays on its words', () => {
		const selection = select(textOf(code), 4, textOf(code), 15);
		keepSelection(code, colour);
		expect(selection.toString()).toBe('answer = 42');
	});

	it('made backwards stays so', () => {
		const selection = select(textOf(code), 15, textOf(code), 4);
		keepSelection(code, colour);
		expect(selection.focusNode?.textContent).toBe(' answer = ');
		expect(selection.anchorNode?.textContent).toBe('42');
	});

	it('that begins before the code ends in it as before', () => {
		const selection = select(textOf(document.body), 3, textOf(code), 10);
		keepSelection(code, colour);
		expect(selection.toString()).toBe('ore let answer');
	});

	it('elsewhere is left alone', () => {
		const text = textOf(document.body);
		const selection = select(text, 0, text, 6);
		keepSelection(code, colour);
		expect([selection.anchorNode, selection.anchorOffset, selection.focusOffset]).toEqual([text, 0, 6]);
	});
});
