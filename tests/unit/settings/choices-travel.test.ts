// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAppearance, saveAppearance } from '../../../utils/settings/appearance.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { speech } from '../../../utils/settings/speech.ts';

function emptyBrowser(): void {
	fakeBrowser.reset();
	localStorage.clear();
}

const OF_CHOICES = new Set([
	'theme',
	'textSize',
	'density',
	'language',
	'rate',
	'voice',
	'dictation',
	'dictatedIn',
]);

async function take(file: Blob): Promise<string[]> {
	const lines = await importSettings(await readSettingsFile(file));
	return lines.filter(({ name }) => OF_CHOICES.has(name)).map(({ deed, name }) => `${deed} ${name}`);
}

const settings = (more: object) =>
	new Blob([JSON.stringify({ lockchat: 'settings', version: 1, endpoints: [], preferences: {}, ...more })]);

const CHOSEN = { rate: 1.5, voice: 'urn:voice:Anna', dictation: 'device', dictatedIn: 'ru-RU' } as const;

beforeEach(emptyBrowser);

describe('cases 221 and 286: how pages look, answers sound, and speech is recognized', () => {
	it('travels with the settings, and a second time changes nothing', async () => {
		saveAppearance({ theme: 'dark', textSize: 130, density: 'normal', language: 'ru' });
		await speech.setValue(CHOSEN);
		const file = await exportSettings(0);
		emptyBrowser();
		expect(await take(file)).toEqual([
			'preference-updated theme',
			'preference-updated textSize',
			'preference-updated language',
			'preference-updated rate',
			'preference-updated voice',
			'preference-updated dictation',
			'preference-updated dictatedIn',
		]);
		expect(readAppearance()).toEqual({ theme: 'dark', textSize: 130, density: 'normal', language: 'ru' });
		expect(await speech.getValue()).toEqual(CHOSEN);
		expect(await take(file)).toEqual([
			'preference-same theme',
			'preference-same textSize',
			'preference-same language',
			'preference-same rate',
			'preference-same voice',
			'preference-same dictation',
			'preference-same dictatedIn',
		]);
	});

	it('is in no file where nothing is chosen, and such a file leaves what is chosen here', async () => {
		const file = await exportSettings(0);
		expect(await file.text()).not.toMatch(/appearance|speech/);
		saveAppearance({ theme: 'light', textSize: 85, density: 'compact', language: 'browser' });
		expect(await take(file)).toEqual([]);
		expect(await take(settings({ appearance: { theme: 'system' }, speech: { voice: null } }))).toEqual([
			'preference-unset theme',
			'preference-same voice',
		]);
		expect(readAppearance()).toEqual({
			theme: 'light',
			textSize: 85,
			density: 'compact',
			language: 'browser',
		});
	});

	it('is taken as far as it can be read of a hostile file', async () => {
		const appearance = {
			theme: 'javascript:alert(1)',
			textSize: 1e9,
			density: 'compact',
			constructor: 'x',
			toString: 1,
		};
		const broken = { rate: 'NaN', voice: 'x'.repeat(10_000), dictation: 'anywhere', dictatedIn: '../' };
		expect(await take(settings({ appearance, speech: broken }))).toEqual([
			'preference-unreadable theme',
			'preference-unreadable textSize',
			'preference-updated density',
			'preference-unreadable rate',
			'preference-unreadable voice',
			'preference-unreadable dictation',
			'preference-unreadable dictatedIn',
		]);
		expect(readAppearance()).toEqual({
			theme: 'system',
			textSize: 100,
			density: 'compact',
			language: 'browser',
		});
		expect(JSON.parse(localStorage.getItem('appearance') ?? '{}')).not.toHaveProperty('toString', 1);
		expect(await take(settings({ appearance: 'dark', speech: [1] }))).toEqual([]);
	});

	it('is told of the windows that are open', async () => {
		const heard: unknown[] = [];
		const listener = ({ key }: StorageEvent) => heard.push(key);
		window.addEventListener('storage', listener);
		await take(settings({ appearance: { theme: 'dark' } }));
		window.removeEventListener('storage', listener);
		expect(heard).toEqual(['appearance']);
	});
});
