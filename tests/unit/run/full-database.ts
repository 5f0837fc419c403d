import { vi } from 'vitest';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

/** A database that refuses every write until it has room again. */
export interface FullDatabase {
	world: TestWorld;
	makeRoom(): void;
	fillUp(): void;
}

/** Opens a world on a full database, and keeps its complaints out of the output. */
export async function openFullDatabase(): Promise<FullDatabase> {
	let isFull = true;
	const full = () => Promise.reject(new StoreError('full'));
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	return {
		world: await createTestWorld({
			wrapStore: (store) =>
				new Proxy(store, {
					get: (real, name) =>
						isFull && typeof name === 'string' && /^(save|append|interrupt)/.test(name)
							? full
							: Reflect.get(real, name),
				}),
		}),
		makeRoom: () => {
			isFull = false;
		},
		fillUp: () => {
			isFull = true;
		},
	};
}
