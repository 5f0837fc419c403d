import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeStorageToPages, forget, keyFor, moveKeys, setKey } from '../../../utils/settings/keys.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';

const onDisk = async () => JSON.stringify(await fakeBrowser.storage.local.get());

describe('API keys', () => {
	beforeEach(() => fakeBrowser.reset());

	it('are found by their endpoint and by no other', async () => {
		await setKey('a', 'sk-a');
		expect(await keyFor('a')).toBe('sk-a');
		expect(await keyFor('b')).toBeUndefined();
	});

	it('never touch the disk when they are to be forgotten', async () => {
		await savePreferences({ forgetKeysOnClose: true });
		await setKey('a', 'sk-a');
		expect(await keyFor('a')).toBe('sk-a');
		expect(await onDisk()).not.toContain('sk-a');
	});

	it('move when the user changes his mind, and none is lost on the way', async () => {
		await setKey('a', 'sk-a');
		await savePreferences({ forgetKeysOnClose: true });
		await setKey('b', 'sk-b');
		await moveKeys(true);
		expect([await keyFor('a'), await keyFor('b')]).toEqual(['sk-a', 'sk-b']);
		expect(await onDisk()).not.toContain('sk-');

		await savePreferences({ forgetKeysOnClose: false });
		await moveKeys(false);
		expect([await keyFor('a'), await keyFor('b')]).toEqual(['sk-a', 'sk-b']);
		expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('sk-');
	});

	it.each([
		{ forgetKeysOnClose: true, to: 'session', from: 'local' },
		{ forgetKeysOnClose: false, to: 'local', from: 'session' },
	] as const)(
		'are written to $to before they are removed from $from: a page may close in between',
		async ({ forgetKeysOnClose, to, from }) => {
			await savePreferences({ forgetKeysOnClose: !forgetKeysOnClose });
			await setKey('a', 'old');
			await savePreferences({ forgetKeysOnClose });
			const writes: string[] = [];
			for (const area of [to, from]) {
				const write = fakeBrowser.storage[area].set;
				vi.spyOn(fakeBrowser.storage[area], 'set').mockImplementation(
					async (items: Record<string, unknown>) => {
						writes.push(`${area} ${JSON.stringify(items)}`);
						await write(items);
					},
				);
			}
			await setKey('a', 'new');
			expect(writes).toEqual([`${to} {"keys":{"a":"new"}}`, `${from} {"keys":{}}`]);
		},
	);

	it('are written over without being removed first', async () => {
		await setKey('a', 'old');
		const write = vi.spyOn(fakeBrowser.storage.local, 'set');
		await setKey('a', 'new');
		expect(write.mock.calls).toEqual([[{ keys: { a: 'new' } }]]);
	});

	it.each(['set to nothing', 'forgotten'])('are gone from both places once %s', async (way) => {
		await setKey('a', 'old');
		await savePreferences({ forgetKeysOnClose: true });
		await setKey('a', 'new');
		await setKey('b', 'sk-b');
		expect(await onDisk()).not.toContain('old');
		await (way === 'forgotten' ? forget('a') : setKey('a', ''));
		expect(await keyFor('a')).toBeUndefined();
		expect(await keyFor('b')).toBe('sk-b');
	});

	it('are closed to content scripts where the browser can do that, and nothing fails where it cannot', async () => {
		await closeStorageToPages();
		const setAccessLevel = vi.fn(() => Promise.resolve());
		Object.assign(fakeBrowser.storage.local, { setAccessLevel });
		await closeStorageToPages();
		Reflect.deleteProperty(fakeBrowser.storage.local, 'setAccessLevel');
		expect(setAccessLevel.mock.calls).toEqual([[{ accessLevel: 'TRUSTED_CONTEXTS' }]]);
	});
});
