import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeBar, hostsWithoutAccess } from '../../../components/settings/bar/change-bar.ts';
import { type BarSetting, NO_BAR, patternsOf } from '../../../utils/settings/bar.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { STORED } from './open-settings.tsx';

/** What the user has allowed. */
let given: Set<string>;
let calls: string[];
let answer = true;
/** Whether the browser drops what is covered by what it is told to drop. */
let dropsAll = false;

const isGiven = (origins: string[]) =>
	origins.every((origin) => given.has(origin) || given.has('http://*/*'));

beforeEach(() => {
	fakeBrowser.reset();
	given = new Set();
	calls = [];
	answer = true;
	dropsAll = false;
	Object.assign(fakeBrowser.permissions, {
		getAll: async () => ({ origins: [...given] }),
		contains: async ({ origins }: { origins: string[] }) => isGiven(origins),
		request: async ({ origins }: { origins: string[] }) => {
			calls.push(`request ${origins.join(' ')}`);
			if (answer) for (const origin of origins) given.add(origin);
			return answer;
		},
		remove: async ({ origins }: { origins: string[] }) => {
			calls.push(`remove ${origins.join(' ')}`);
			for (const origin of origins) given.delete(origin);
			if (dropsAll) given.clear();
			return true;
		},
	});
	Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 5 }] });
	const executeScript = vi.fn(async () => void calls.push('inject'));
	Object.assign(fakeBrowser, { scripting: { executeScript } });
});

const sites = (...hosts: string[]): BarSetting => ({ where: 'sites', sites: hosts, hidden: [] });
const ask = (...hosts: string[]) => `request ${hosts.flatMap(patternsOf).join(' ')}`;
const drop = (...hosts: string[]) => `remove ${hosts.flatMap(patternsOf).join(' ')}`;
const stored = async () => (await preferences.getValue()).bar;

describe('a change of the bar (case 271)', () => {
	it('asks before anything else, so that it is asked in the click, and fills the tabs that are open', async () => {
		const changing = changeBar(NO_BAR, sites('a.example'));
		expect(calls).toEqual([ask('a.example')]);
		await changing;
		expect(calls).toEqual([ask('a.example'), 'inject']);
		expect(await stored()).toEqual(sites('a.example'));
	});

	it('is kept where the user refuses, and is told as without access', async () => {
		answer = false;
		await changeBar(NO_BAR, sites('a.example'));
		expect(calls).toEqual([ask('a.example')]);
		expect(await hostsWithoutAccess(await stored())).toEqual(['a.example']);
	});

	it('asks for nothing when it becomes less, and gives back what nothing needs', async () => {
		await changeBar(NO_BAR, sites('a.example', 'b.example'));
		calls = [];
		await changeBar(await stored(), { sites: ['b.example'] });
		expect(calls).toEqual([drop('a.example')]);
		expect(await hostsWithoutAccess(await stored())).toEqual([]);
		calls = [];
		await changeBar(await stored(), { where: 'nowhere' });
		expect(calls).toEqual([drop('b.example')]);
		expect(given.size).toBe(0);
	});

	it('leaves a server the access that was given to it, and asks for it again where the browser has dropped it too', async () => {
		await endpoints.setValue([{ ...STORED, url: 'http://a.example/v1' }]);
		await changeBar(NO_BAR, sites('a.example'));
		await changeBar(await stored(), { where: 'nowhere' });
		expect([...given]).toEqual(['http://a.example/*']);
		await changeBar(await stored(), { where: 'everywhere' });
		calls = [];
		dropsAll = true;
		await changeBar(await stored(), { where: 'nowhere' });
		expect(calls).toEqual([drop('*'), 'request http://a.example/*']);
	});

	it('case 267: names the servers that only access to all sites has covered, and asks for nothing by itself', async () => {
		const other = { ...STORED, id: 'e2', url: 'http://a.example:8080/v1' };
		await endpoints.setValue([{ ...STORED, url: 'http://a.example/v1' }, other]);
		expect(await changeBar(NO_BAR, { where: 'everywhere' })).toEqual([]);
		for (const drops of [false, true]) {
			dropsAll = drops;
			calls = [];
			const lost = await changeBar(await stored(), { where: 'nowhere' });
			expect(calls).toEqual([drop('*')]);
			expect(lost).toEqual(['http://a.example', 'http://a.example:8080']);
			await changeBar(await stored(), { where: 'everywhere' });
		}
	});

	it('case 267: names no server that had no access before, and none that has it still', async () => {
		await endpoints.setValue([{ ...STORED, url: 'http://a.example/v1' }]);
		await changeBar(NO_BAR, sites('b.example'));
		expect(await changeBar(await stored(), { where: 'nowhere' })).toEqual([]);
		given.add('http://a.example/*');
		await changeBar(await stored(), { where: 'everywhere' });
		expect(await changeBar(await stored(), { where: 'nowhere' })).toEqual([]);
		expect([...given]).toEqual(['http://a.example/*']);
	});

	it('case 267: names a server whose own access the browser dropped and does not give again', async () => {
		await endpoints.setValue([{ ...STORED, url: 'http://a.example/v1' }]);
		given.add('http://a.example/*');
		await changeBar(NO_BAR, { where: 'everywhere' });
		dropsAll = true;
		answer = false;
		expect(await changeBar(await stored(), { where: 'nowhere' })).toEqual(['http://a.example']);
	});

	it('keeps the access to its sites when it is shown on all no longer, where the browser drops it too', async () => {
		await changeBar(NO_BAR, sites('a.example'));
		await changeBar(await stored(), { where: 'everywhere' });
		dropsAll = true;
		await changeBar(await stored(), { where: 'sites' });
		expect(await hostsWithoutAccess(await stored())).toEqual([]);
		expect([...given]).toEqual(patternsOf('a.example'));
	});

	it('keeps what a newer version has set', async () => {
		const newer: BarSetting = { ...NO_BAR, side: 'above' };
		await changeBar(newer, { where: 'everywhere' });
		expect(await stored()).toMatchObject({ where: 'everywhere', side: 'above' });
	});
});
