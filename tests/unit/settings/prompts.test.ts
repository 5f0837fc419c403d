import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { exportSettings } from '../../../utils/settings/export-settings.ts';
import { importSettings } from '../../../utils/settings/import-settings.ts';
import { fillPrompt, variablesOf } from '../../../utils/settings/prompt-text.ts';
import {
	addPrompts,
	deletePrompt,
	prompts,
	savePrompt,
	setPromptHidden,
} from '../../../utils/settings/prompts.ts';
import { readSettingsFile } from '../../../utils/settings/settings-file.ts';

beforeEach(() => fakeBrowser.storage.resetState());

const HAIKU = { id: 'h', name: 'Haiku', text: 'A haiku about {subject}' };

describe('case 180: variables of a prompt', () => {
	it.each([
		['Translate {text} into {language}: {text}', ['text', 'language']],
		['О {двух словах} и {snake_case}', ['двух словах', 'snake_case']],
		['Write {{name}} as it is', []],
		['{"a": 1}, {}, { }, {1}, {a\nb}, function () { return x; }', []],
		['', []],
	])('of “%s” are %j', (text, names) => {
		expect(variablesOf(text)).toEqual(names);
	});

	it('are filled in as they are typed, whatever that is; what has no value is left empty', () => {
		const values = new Map([['a', '{b} $1 $&']]);
		expect(fillPrompt('{a}, {b}, {{c}}, {"d": 1}', values)).toBe('{b} $1 $&, , {c}, {"d": 1}');
	});
});

describe('case 180: prompts of one’s own', () => {
	it('are stored in the order in which they were made, changed in their place, and deleted', async () => {
		await savePrompt(HAIKU);
		await savePrompt({ id: 'b', name: 'B', text: 'b' });
		await savePrompt({ ...HAIKU, name: 'Short poem' });
		expect((await prompts.getValue()).own.map(({ name }) => name)).toEqual(['Short poem', 'B']);
		await deletePrompt('h');
		await setPromptHidden('explain', true);
		expect(await prompts.getValue()).toEqual({
			own: [{ id: 'b', name: 'B', text: 'b' }],
			hidden: ['explain'],
		});
	});

	it('travel with the settings: what is here stays, and nothing is doubled', async () => {
		await savePrompt(HAIKU);
		const file = await readSettingsFile(await exportSettings(0));
		const take = async () =>
			(await importSettings(file))
				.filter(({ deed }) => deed.startsWith('prompts'))
				.map(({ deed, name }) => deed + name);
		expect(await take()).toEqual(['prompts-same']);
		await savePrompt({ ...HAIKU, text: 'Another text' });
		expect(await take()).toEqual(['prompts-added1']);
		expect(await take()).toEqual(['prompts-same']);
		const { own } = await prompts.getValue();
		expect(own.map(({ text }) => text)).toEqual(['Another text', HAIKU.text]);
		expect(new Set(own.map(({ id }) => id)).size).toBe(2);
	});

	it('that a file holds broken or huge are left out', async () => {
		const bad = [
			null,
			7,
			{},
			{ ...HAIKU, id: '' },
			{ ...HAIKU, text: 'x'.repeat(30_000) },
			{ ...HAIKU, name: ' ' },
		];
		expect(await addPrompts([...bad, { ...HAIKU, more: 1 }])).toBe(1);
		const many = Array.from({ length: 900 }, (_, index) => ({ ...HAIKU, id: `${index}`, text: `${index}` }));
		expect(await addPrompts(many)).toBe(499);
	});

	it('that are stored broken read as none', async () => {
		await fakeBrowser.storage.local.set({ prompts: { own: 'nonsense', hidden: [1] } });
		expect(await prompts.getValue()).toEqual({ own: [], hidden: [] });
	});
});
