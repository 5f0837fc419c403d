import { expect, it } from 'vitest';
import { createStore } from '../../../utils/store/create-store.ts';

it('a browser without IndexedDB is told of by every call and every watch', async () => {
	const store = createStore();
	await expect(store.getChat('c1')).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
	const told = new Promise((resolve, reject) => store.watchNodes('c1', reject, resolve));
	await expect(told).resolves.toMatchObject({ name: 'StoreError', code: 'unavailable' });
});
