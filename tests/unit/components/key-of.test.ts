// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { isCancelKey, keyOf } from '../../../components/ui/key-of.ts';

function keyDown({ keyCode, ...init }: KeyboardEventInit & { keyCode?: number }): KeyboardEvent {
	const event = new KeyboardEvent('keydown', init);
	if (keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: keyCode });
	return event;
}

describe('case 102: the key of a shortcut', () => {
	it.each([
		['C on a Latin layout', { key: 'c', code: 'KeyC' }, 'c'],
		['C with Shift or Caps Lock', { key: 'C', code: 'KeyC' }, 'c'],
		['C on Dvorak, which stands in the place of I', { key: 'c', code: 'KeyI' }, 'c'],
		['J on Dvorak, which stands in the place of C', { key: 'j', code: 'KeyC' }, 'j'],
		['A on AZERTY, which stands in the place of Q', { key: 'a', code: 'KeyQ' }, 'a'],
		['M on AZERTY, which stands in the place of a semicolon', { key: 'm', code: 'Semicolon' }, 'm'],
		['the Russian С in the place of C', { key: 'с', code: 'KeyC' }, 'c'],
		['the same with Shift', { key: 'С', code: 'KeyC' }, 'c'],
		['a Greek letter', { key: 'ψ', code: 'KeyC' }, 'c'],
		['a Hebrew letter', { key: 'ב', code: 'KeyC' }, 'c'],
		['a slash that a Hebrew layout has in the place of Q', { key: '/', code: 'KeyQ' }, 'q'],
		['what Option makes of C on a Mac', { key: 'ç', code: 'KeyC' }, 'c'],
		['what Option makes of N on a Mac', { key: 'Dead', code: 'KeyN' }, 'n'],
		['a Russian letter in the place of a bracket', { key: 'х', code: 'BracketLeft' }, 'х'],
		['a letter without a place', { key: 'с', code: '' }, 'с'],
		['a named key', { key: 'Enter', code: 'NumpadEnter' }, 'Enter'],
		['a named key that was put on the place of a letter', { key: 'Escape', code: 'KeyC' }, 'Escape'],
	])('%s', (_, init, expected) => {
		expect(keyOf(keyDown(init))).toBe(expected);
	});

	it('is decided in one place: nothing else of what is drawn compares keys', () => {
		const own = 'components/ui/key-of.ts';
		// The search box of the history is an exception: it keeps the browser's own Escape away.
		const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
			.map((file) => `components/${file}`)
			.filter((file) => /\.tsx?$/.test(file))
			.filter((file) => ![own, 'components/history/history-dialog.tsx'].includes(file));
		expect(files.length).toBeGreaterThan(100);
		const comparing = files.filter((file) =>
			/\b\w*[eE]vent\.(?:key|code|which)\b|\.keyCode\b|getModifierState/.test(readFileSync(file, 'utf8')),
		);
		expect(comparing).toEqual([]);
	});
});

describe('case 101: a key that an input method takes', () => {
	it.each([
		['while it composes', { isComposing: true }],
		['with key code 229, after its composition', { keyCode: 229 }],
	])('is no key of ours: %s', (_, init) => {
		for (const key of ['Escape', 'Enter', 'Tab', 'c']) expect(keyOf(keyDown({ key, ...init }))).toBe('');
		expect(isCancelKey(keyDown({ key: 'Escape', ...init }))).toBe(false);
		expect(isCancelKey(keyDown({ key: 'Escape' }))).toBe(true);
	});
});
