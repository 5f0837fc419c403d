// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { moveAmongResults } from '../../../components/history/result-keys.ts';

let opened: string[] = [];

beforeEach(() => {
	opened = [];
	document.body.innerHTML = `<div id="box"><input type="search">
		<ul><li><button data-result>one</button><button>More</button></li></ul>
		<ul><li><button data-result>two</button></li><li><button data-result>three</button></li></ul></div>`;
	for (const button of document.querySelectorAll('button'))
		button.addEventListener('click', () => opened.push(button.textContent ?? ''));
	document.querySelector('input')?.focus();
});

/** Presses a key where the focus is, as the browser does, and returns whether it was used. */
function press(key: string, more: KeyboardEventInit = {}): boolean {
	const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
	const box = document.querySelector('#box');
	box?.addEventListener('keydown', (heard) => moveAmongResults(heard as KeyboardEvent, box), { once: true });
	document.activeElement?.dispatchEvent(event);
	return event.defaultPrevented;
}

const focused = () => document.activeElement?.textContent?.trim() || 'the search box';

describe('case 161: the keys of a search', () => {
	it('go down through titles and messages, and stop at the last', () => {
		const seen = Array.from({ length: 4 }, () => {
			press('ArrowDown');
			return focused();
		});
		expect(seen).toEqual(['one', 'two', 'three', 'three']);
	});

	it('go up again, as far as the search box', () => {
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) press(key);
		expect(focused()).toBe('one');
		press('ArrowUp');
		expect(focused()).toBe('the search box');
		expect(press('ArrowUp')).toBe(false);
	});

	it('jump to the first and the last result, and leave these keys to the text of the search box', () => {
		expect(press('End')).toBe(false);
		press('ArrowDown');
		press('End');
		expect(focused()).toBe('three');
		press('Home');
		expect(focused()).toBe('one');
	});

	it('open the first result from the search box', () => {
		press('Enter');
		expect(opened).toEqual(['one']);
	});

	it.each([
		['a key of an input method', 'Enter', { isComposing: true }],
		['an arrow with a modifier', 'ArrowDown', { shiftKey: true }],
		['a letter', 'a', {}],
	])('leave alone %s', (_, key, more) => {
		expect(press(key, more)).toBe(false);
		expect(opened).toEqual([]);
		expect(focused()).toBe('the search box');
	});

	it('leave alone what is no result', () => {
		document.querySelectorAll('button')[1]?.focus();
		expect(press('ArrowDown')).toBe(false);
		expect(focused()).toBe('More');
	});
});
