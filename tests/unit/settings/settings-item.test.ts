import * as v from 'valibot';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defineSettingsItem } from '../../../utils/settings/settings-item.ts';

const schema = v.looseObject({
	name: v.fallback(v.string(), 'nobody'),
	age: v.fallback(v.number(), 0),
});
const define = () =>
	defineSettingsItem({ key: 'local:person', fallback: { name: 'default', age: 1 }, schema });

const store = (value: unknown) => fakeBrowser.storage.local.set({ person: value });

describe('a settings item', () => {
	beforeEach(() => fakeBrowser.reset());

	it('reads as its fallback until it is set', async () => {
		const item = define();
		expect(await item.getValue()).toEqual({ name: 'default', age: 1 });
		await item.setValue({ name: 'Ann', age: 30 });
		expect(await define().getValue()).toEqual({ name: 'Ann', age: 30 });
	});

	it('repairs field by field and keeps fields of a later version', async () => {
		await store({ name: 7, age: 30, shoe: 42 });
		expect(await define().getValue()).toEqual({ name: 'nobody', age: 30, shoe: 42 });
	});

	it.each([['text'], [7], [[]], [true]])('reads as its fallback when %j is stored', async (value) => {
		await store(value);
		const read = await define().getValue();
		expect(Array.isArray(value) ? read.age : read).toEqual(
			Array.isArray(value) ? 0 : { name: 'default', age: 1 },
		);
	});

	it('leaves what is broken in storage until it is set', async () => {
		await store({ name: 7 });
		await define().getValue();
		expect(await fakeBrowser.storage.local.get('person')).toEqual({ person: { name: 7 } });
	});

	it('does not touch storage before its first use', async () => {
		const get = vi.spyOn(fakeBrowser.storage.local, 'get');
		define();
		await Promise.resolve();
		expect(get).not.toHaveBeenCalled();
	});

	it('brings what an older version stored through every migration since, once', async () => {
		await store('Ann,30');
		const migrations = {
			2: (old: unknown) => String(old).split(','),
			3: (old: unknown) => (Array.isArray(old) ? { name: old[0], age: Number(old[1]) } : old),
		};
		const versioned = () =>
			defineSettingsItem({
				key: 'local:person',
				fallback: { name: 'default', age: 1 },
				schema,
				version: 3,
				migrations,
			});
		expect(await versioned().getValue()).toEqual({ name: 'Ann', age: 30 });
		expect(await versioned().getValue()).toEqual({ name: 'Ann', age: 30 });
		expect(await fakeBrowser.storage.local.get('person')).toEqual({ person: { name: 'Ann', age: 30 } });
	});

	it('tells of changes, repaired, until told to stop', async () => {
		const heard: unknown[] = [];
		const stop = define().watch((value) => heard.push(value));
		await store({ name: 'Ann', age: 'old' });
		await fakeBrowser.storage.local.remove('person');
		stop();
		await store({ name: 'Bob', age: 1 });
		expect(heard).toEqual([
			{ name: 'Ann', age: 0 },
			{ name: 'default', age: 1 },
		]);
	});
});
