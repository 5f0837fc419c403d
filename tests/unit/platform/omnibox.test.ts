import '../components/fake-texts.ts';

import { describe, expect, it } from 'vitest';
import { suggestActions } from '../../../utils/platform/omnibox.ts';
import type { Action } from '../../../utils/settings/actions/actions.ts';
import { readTyped } from '../../../utils/settings/actions/typed-action.ts';

const named = (name: string): Action => ({ id: name, name, text: 'x', places: [], isAtOnce: true });
const OFFERED = [
	'Translate',
	'Translate to French',
	'Переписать',
	'C++',
	'İstanbul',
	'翻译',
	'Résumé',
	'Ещё раз',
].map(named);

describe('case 260: what is typed behind “lc”', () => {
	it.each([
		['translate good morning', 'Translate', 'good morning'],
		['/TRANSLATE: good morning', 'Translate', 'good morning'],
		['  Translate to French hello', 'Translate to French', 'hello'],
		['переписать это', 'Переписать', 'это'],
		['c++ x', 'C++', 'x'],
		['Translate', 'Translate', ''],
		['istanbul nerede', 'İstanbul', 'nerede'],
		['i\u0307stanbul: nerede', 'İstanbul', 'nerede'],
		['／翻译：你好', '翻译', '你好'],
		['翻译 你好', '翻译', '你好'],
		['resume this', 'Résumé', 'this'],
		['re\u0301sume\u0301:this', 'Résumé', 'this'],
		['еще раз это', 'Ещё раз', 'это'],
	])('“%s” is the action %s with “%s”', (typed, name, input) => {
		expect(readTyped(typed, OFFERED)).toMatchObject({ action: { name }, input });
	});

	it.each(['translated words', 'please translate this', 'c+', 'Why?', '', 'résumés', '翻译你好', ': x'])(
		'“%s” is a plain question',
		(typed) => {
			expect(readTyped(typed, OFFERED)).toEqual({ action: null, input: typed });
		},
	);

	it('has actions suggested whose name it begins, and none once the name is there', () => {
		const suggested = (text: string) => suggestActions(text, OFFERED).map(({ content }) => content);
		expect(suggested('tr')).toEqual(['/Translate', '/Translate to French']);
		expect(suggested('/пере')).toEqual(['/Переписать']);
		expect(suggested('')).toHaveLength(8);
		expect(suggested('ист')).toEqual([]);
		expect(suggested('ist')).toEqual(['/İstanbul']);
		expect(suggested('translate')).toEqual([]);
		expect(suggested('why')).toEqual([]);
	});
});
