import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { StoreError, toStoreError } from '../../../utils/store/database/store-error.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';

const quota = () => new DOMException('The disk is full', 'QuotaExceededError');

describe('the code of an error', () => {
	it.each<[string, unknown, StoreError['code']]>([
		['a quota', quota(), 'full'],
		['a quota as the cause of another error', new Error('failed', { cause: quota() }), 'full'],
		['a private window of Firefox', new DOMException('no mutations', 'InvalidStateError'), 'unavailable'],
		['storage switched off', new DOMException('denied', 'SecurityError'), 'unavailable'],
		['a newer version on the disk', new DOMException('newer', 'VersionError'), 'blocked'],
		['an aborted transaction', new DOMException('aborted', 'AbortError'), 'failed'],
		['anything else', 'a string', 'failed'],
		['nothing', undefined, 'failed'],
	])('of %s', (_, error, code) => {
		const found = toStoreError(error);
		expect(found).toBeInstanceOf(StoreError);
		expect(found).toMatchObject({ code, cause: error });
	});

	it('stays when the error has one already', () => {
		const error = new StoreError('full');
		expect(toStoreError(error)).toBe(error);
	});

	it('is found in an error that is its own cause', () => {
		const error = new Error('round');
		error.cause = error;
		expect(toStoreError(error).code).toBe('failed');
	});
});

/** A disk whose openings fail for as long as `failure` is set. */
function createFailingDisk(failure: DOMException) {
	const disk = createDisk();
	const state: { failure: DOMException | null } = { failure };
	const open = indexedDB.open.bind(indexedDB);
	vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
		if (state.failure) throw state.failure;
		return open(...args);
	});
	return { ...disk, state };
}

describe('a database that cannot be opened', () => {
	it.each([
		[quota(), 'full'],
		[new DOMException('no mutations', 'InvalidStateError'), 'unavailable'],
	])('says why at every call, and works again when the reason has gone (case 62)', async (failure, code) => {
		const { state, ...disk } = createFailingDisk(failure);
		const store = createTestStore(disk);
		const save = () => store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await expect(save()).rejects.toMatchObject({ name: 'StoreError', code });
		await expect(save()).rejects.toMatchObject({ code });
		await expect(store.getChat('c1')).rejects.toMatchObject({ code });
		state.failure = null;
		expect(await save()).toBe('saved');
		expect((await store.getChat('c1'))?.leafId).toBe('a1');
	});

	it('tells a watch once, which goes on when the reason has gone', async () => {
		const { state, ...disk } = createFailingDisk(quota());
		const store = createTestStore(disk);
		const watched = observe((listener, onError) => store.watchNodes('c1', listener, onError));
		expect(await watched.nextError()).toMatchObject({ name: 'StoreError', code: 'full' });
		state.failure = new DOMException('no mutations', 'InvalidStateError');
		expect(await watched.nextError()).toMatchObject({ code: 'unavailable' });
		state.failure = null;
		expect(await watched.next()).toEqual([]);
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		expect(await watched.next()).toHaveLength(2);
	});
});
