// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readSelection } from '../../../utils/page/collect/read-selection.ts';

/** The page, with the focus on its element `#at`. */
function pageOf(html: string): HTMLElement | null {
	document.body.innerHTML = html;
	const at = document.querySelector<HTMLElement>('#at');
	at?.focus();
	return at;
}

describe('case 66: what is read where the user asks about a selection', () => {
	it('is the selected part of a text box, with its line breaks, and all of its text', () => {
		const box = pageOf('<textarea id="at">one\ntwo\nthree</textarea>');
		if (box instanceof HTMLTextAreaElement) box.setSelectionRange(0, 7);
		expect(readSelection()).toMatchObject({ selected: 'one\ntwo', field: 'one\ntwo\nthree' });
	});

	it('is nothing of a password', () => {
		const box = pageOf('<input id="at" type="password" value="secret">');
		if (box instanceof HTMLInputElement) box.setSelectionRange(0, 6);
		expect(readSelection()).toMatchObject({ selected: '', field: '' });
	});
});
