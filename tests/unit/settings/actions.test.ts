import '../components/fake-texts.ts';

import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fillPrompt, variablesOf } from '../../../utils/settings/actions/action-text.ts';
import {
	type Action,
	actions,
	addActions,
	deleteAction,
	moveAction,
	offeredActions,
	restoreAction,
	restoreBuiltIn,
	saveAction,
} from '../../../utils/settings/actions/actions.ts';
import { builtInActions } from '../../../utils/settings/actions/built-in-actions.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { STORED } from './open-settings.tsx';

beforeEach(() => fakeBrowser.storage.resetState());

const HAIKU: Action = {
	id: 'h',
	name: 'Haiku',
	text: 'A haiku about {subject}',
	places: ['selection'],
	isAtOnce: true,
};

const BUILT_IN = ['explain', 'summarize', 'translate', 'rewrite', 'grammar', 'reply'];
const offeredIds = async () => offeredActions(await actions.getValue()).map(({ id }) => id);

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

	it('case 255: alone on their line, and quoted, need no words, unless there is nothing else', () => {
		const quoted = new Map([['selection', 'the quoted text']]);
		const fill = (text: string) => fillPrompt(text, new Map(), quoted);
		expect(fill('Explain this.\n\n{selection}\n\n\nBriefly.')).toBe('Explain this.\n\nBriefly.');
		expect(fill('Explain {selection} briefly.')).toBe('Explain the quoted text briefly.');
		expect(fill(' {selection} ').trim()).toBe('the quoted text');
		expect(fill('{{selection}}\n{other}')).toBe('{selection}\n');
	});
});

describe('case 256: actions', () => {
	it('that come along are offered in the user’s language, after the user’s own', async () => {
		expect(await offeredIds()).toEqual(BUILT_IN);
		expect(builtInActions().map(({ name }) => name)).toEqual([
			'Explain',
			'Summarize',
			'Translate',
			'Rewrite',
			'Fix grammar',
			'Reply',
		]);
		expect(builtInActions().every(({ text }) => text.endsWith('\n\n{selection}'))).toBe(true);
		await saveAction(HAIKU);
		await saveAction({ ...HAIKU, id: 'b' });
		await saveAction({ ...HAIKU, name: 'Short poem' });
		expect(await offeredIds()).toEqual(['h', 'b', ...BUILT_IN]);
		expect((await actions.getValue()).own[0]?.name).toBe('Short poem');
	});

	it('that come along are changed in their place, deleted, and brought back', async () => {
		const explain = { ...HAIKU, id: 'explain', name: 'Explain it all' };
		await saveAction(explain);
		expect(await offeredIds()).toEqual(BUILT_IN);
		expect(offeredActions(await actions.getValue())[0]).toEqual(explain);
		await deleteAction('explain');
		await deleteAction('reply');
		expect(await offeredIds()).toEqual(['summarize', 'translate', 'rewrite', 'grammar']);
		await restoreBuiltIn();
		expect(await offeredIds()).toEqual(BUILT_IN);
		expect(offeredActions(await actions.getValue())[0]?.name).toBe('Explain');
	});

	it('are moved past each other, and stay at the ends', async () => {
		await moveAction('summarize', -1);
		await moveAction('summarize', -1);
		await moveAction('reply', 1);
		expect(await offeredIds()).toEqual(['summarize', 'explain', 'translate', 'rewrite', 'grammar', 'reply']);
		await saveAction(HAIKU);
		expect((await offeredIds()).at(-1)).toBe('h');
		await moveAction('h', -1);
		expect((await offeredIds()).slice(-2)).toEqual(['h', 'reply']);
	});

	it.each(['h', 'explain', 'summarize'])(
		'that are deleted (%s) come back as they were and where',
		async (id) => {
			await saveAction(HAIKU);
			await saveAction({ ...HAIKU, id: 'i' });
			await saveAction({ ...HAIKU, id: 'explain', name: 'Mine' });
			await moveAction('i', -1);
			const before = await actions.getValue();
			const offered = offeredActions(before);
			await deleteAction(id);
			expect(await offeredIds()).not.toContain(id);
			await restoreAction(id, before);
			expect(offeredActions(await actions.getValue())).toEqual(offered);
		},
	);

	it('travel with the settings: what is here stays, and nothing is doubled', async () => {
		await saveAction(HAIKU);
		const file = await readSettingsFile(await exportSettings(0));
		const take = async () =>
			(await importSettings(file))
				.filter(({ deed }) => deed.startsWith('actions'))
				.map(({ deed, name }) => deed + name);
		expect(await take()).toEqual(['actions-same']);
		await saveAction({ ...HAIKU, text: 'Another text' });
		expect(await take()).toEqual(['actions-added1']);
		expect(await take()).toEqual(['actions-same']);
		const { own } = await actions.getValue();
		expect(own.map(({ text }) => text)).toEqual(['Another text', HAIKU.text]);
		expect(new Set(own.map(({ id }) => id)).size).toBe(2);
		expect(own[1]).toMatchObject({ places: ['selection'], isAtOnce: true });
	});

	it('travel in their order with their server, as that is called there; changed ones that come along replace these', async () => {
		await endpoints.setValue([STORED]);
		await saveAction({ ...HAIKU, endpointId: STORED.id, model: 'one' });
		await saveAction({ ...HAIKU, id: 'i', name: 'Lost', endpointId: 'nowhere', model: 'two' });
		await saveAction({ ...HAIKU, id: 'explain', name: 'Mine' });
		await moveAction('i', -1);
		const file = await readSettingsFile(await exportSettings(0));
		fakeBrowser.storage.resetState();
		await endpoints.setValue([{ ...STORED, id: 'e1', url: 'http://127.0.0.1:1' }]);
		await importSettings(file);
		const [lost, haiku, explain] = offeredActions(await actions.getValue());
		expect([lost?.name, haiku?.name, explain?.name]).toEqual(['Lost', 'Haiku', 'Mine']);
		expect(lost?.endpointId).toBeUndefined();
		const moved = (await endpoints.getValue()).find(({ name, id }) => name === STORED.name && id !== 'e1');
		expect(haiku).toMatchObject({ endpointId: moved?.id, model: 'one' });
		expect(await offeredIds()).toHaveLength(8);
	});
});

describe('case 262: actions', () => {
	it('that a file holds broken or huge are left out, and none takes the place of another', async () => {
		const bad = [
			null,
			7,
			{},
			{ ...HAIKU, id: '' },
			{ ...HAIKU, text: 'x'.repeat(30_000) },
			{ ...HAIKU, name: ' ' },
		];
		expect(
			await addActions([...bad, { ...HAIKU, id: 'attach-page', places: ['selection', 'moon'], isAtOnce: 1 }]),
		).toBe(1);
		const [taken] = (await actions.getValue()).own;
		expect(taken).toMatchObject({ places: ['selection'], isAtOnce: false });
		expect(taken?.id).not.toBe('attach-page');
		const many = Array.from({ length: 900 }, (_, index) => ({ ...HAIKU, id: `${index}`, text: `${index}` }));
		expect(await addActions(many)).toBe(499);
	});

	it('that an older version stored as prompts stand in no menu and ask nothing by themselves', async () => {
		const old = { id: 'h', name: 'Haiku', text: 'A haiku' };
		await fakeBrowser.storage.local.set({ prompts: { own: [old], hidden: ['grammar'] } });
		expect(await offeredIds()).toEqual(['h', ...BUILT_IN.filter((id) => id !== 'grammar')]);
		expect((await actions.getValue()).own).toEqual([{ ...old, places: [], isAtOnce: false }]);
	});

	it('that are stored broken read as none', async () => {
		await fakeBrowser.storage.local.set({ prompts: { own: 'nonsense', hidden: [1], order: {} } });
		expect(await actions.getValue()).toEqual({ own: [], hidden: [], order: [] });
	});
});
