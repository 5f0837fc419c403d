import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createMenus } from '../../../utils/platform/menus.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

/** The items that `create` was called with, and the answers that still wait. The fake browser has no menus. */
let items: { id?: string; parentId?: string | number; contexts?: readonly string[] }[];
let waiting: (() => void)[];

beforeEach(() => {
	items = [];
	waiting = [];
	Object.assign(browser, {
		contextMenus: {
			removeAll: async () => {
				items = [];
			},
			create(item: (typeof items)[number], done: () => void) {
				items.push(item);
				waiting.push(done);
			},
		},
	});
	Object.assign(browser.runtime, { lastError: undefined });
});

const answerOne = () => waiting.shift()?.();

describe('the menu on a selection', () => {
	it('is made one item after the other, the parent first', async () => {
		const made = createMenus();
		for (const count of [1, 2, 3, 4, 5, 6]) {
			await vi.waitFor(() => expect(items).toHaveLength(count));
			expect(waiting).toHaveLength(1);
			answerOne();
		}
		await made;
		const onSelection = items.slice(0, 5);
		expect(onSelection.map(({ id }) => id)).toEqual(['lockchat', 'explain', 'summarize', 'translate', 'ask']);
		expect(onSelection.slice(1).every(({ parentId }) => parentId === 'lockchat')).toBe(true);
		expect(onSelection.every(({ contexts }) => contexts?.join() === 'selection')).toBe(true);
		expect(items[5]).toMatchObject({ id: 'attach-page', contexts: ['page', 'action'] });
	});

	it('tells what the browser refused', async () => {
		const made = createMenus();
		await vi.waitFor(() => expect(waiting).toHaveLength(1));
		Object.assign(browser.runtime, { lastError: { message: 'Cannot create item' } });
		answerOne();
		await expect(made).rejects.toThrow('Cannot create item');
	});
});
