// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { endpoints, forgetQuirks, rememberQuirks } from '../../../utils/settings/endpoints.ts';
import { openFirst, openSettings, resetBrowser, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

const QUIRKS = {
	'kimi-k2': { without: ['temperature'], hasNewLimit: true },
	gemma: {
		foldsSystemPrompt: true,
		continuesBy: 'question',
		isUnstreamed: true,
		reasoningField: 'reasoning',
	},
	odd: { ofANewerVersion: 1 },
};

async function openWithQuirks() {
	await endpoints.setValue([{ ...STORED, quirks: QUIRKS }]);
	const page = await openSettings();
	await page.openRow('First');
	return page;
}

const storedQuirks = async () => (await endpoints.getValue())[0]?.quirks;

describe('what was found out about models', () => {
	it('case 73: is listed with its server, in words', async () => {
		const { text } = await openWithQuirks();
		expect(text()).toContain('kimi-k2: temperature not sent; the length limit goes by its new name');
		expect(text()).toContain(
			'gemma: answers come whole; earlier thoughts are sent along; the system prompt stands in the first question; ' +
				'Continue is asked for in another way',
		);
		expect(text()).toContain('odd: known to a newer version only');
	});

	it('case 73: is not spoken of where there is nothing', async () => {
		const { text } = await openFirst();
		expect(text()).not.toContain('Found out');
	});

	it('case 73: is forgotten with a click, for that model alone, also while something else is being changed', async () => {
		const { type, text } = await openWithQuirks();
		await type('Name', 'Renamed');
		const forget = document.querySelector<HTMLElement>(
			'[aria-label="Forget what was found out about kimi-k2"]',
		);
		await act(async () => forget?.click());
		const { 'kimi-k2': _, ...rest } = QUIRKS;
		expect(await storedQuirks()).toEqual(rest);
		expect(text()).not.toContain('kimi-k2');
		expect(text()).toContain('gemma');
	});

	it('case 73: stays when a field of the server is saved, also what came while the page was open', async () => {
		const { type, click } = await openWithQuirks();
		await type('Name', 'Renamed');
		await rememberQuirks('e1', 'new', { isUnstreamed: true });
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([
			{ name: 'Renamed', quirks: { ...QUIRKS, new: { isUnstreamed: true } } },
		]);
	});

	it('case 73: goes with the address', async () => {
		const { type, click } = await openWithQuirks();
		await type('Server URL', 'http://nas:1');
		await click('Save');
		expect(await storedQuirks()).toBeUndefined();
	});
});

describe('remembering', () => {
	it('case 73: adds to what is known, and keeps what a newer version has noted', async () => {
		await endpoints.setValue([{ ...STORED, quirks: { odd: { ofANewerVersion: 1, without: ['seed'] } } }]);
		await rememberQuirks('e1', 'odd', { without: ['seed', 'temperature'] });
		await rememberQuirks('e1', '__proto__', { isUnstreamed: true });
		await rememberQuirks('gone', 'odd', { isUnstreamed: true });
		const quirks = (await storedQuirks()) ?? {};
		expect(quirks.odd).toEqual({ ofANewerVersion: 1, without: ['seed', 'temperature'] });
		expect(await endpoints.getValue()).toHaveLength(1);
		await forgetQuirks('e1', 'odd');
		expect(Object.keys((await storedQuirks()) ?? {})).not.toContain('odd');
	});
});
