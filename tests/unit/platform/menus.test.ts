import '../components/fake-texts.ts';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { actionIdOf, createMenus } from '../../../utils/platform/menus.ts';
import type { Action } from '../../../utils/settings/actions/actions.ts';

interface Item {
	id?: string;
	title?: string;
	parentId?: string | number;
	contexts?: readonly string[];
}

/** The items that `create` was called with, and the answers that still wait. The fake browser has no menus. */
let items: Item[];
let waiting: (() => void)[];
let isAnswering: boolean;

beforeEach(() => {
	items = [];
	waiting = [];
	isAnswering = true;
	Object.assign(browser, {
		contextMenus: {
			removeAll: async () => {
				items = [];
			},
			create(item: Item, done: () => void) {
				items.push(item);
				if (isAnswering) done();
				else waiting.push(done);
			},
		},
	});
	Object.assign(browser.runtime, { lastError: undefined });
});

const answerOne = () => waiting.shift()?.();

const actionAt = (id: string, places: Action['places'], name = id): Action => ({
	id,
	name,
	text: 'x',
	places,
	isAtOnce: true,
});

const offering = (...all: Action[]) => createMenus(async () => all);

describe('the menus', () => {
	it('are made one item after the other, the parent first', async () => {
		isAnswering = false;
		const made = offering(actionAt('explain', ['selection']), actionAt('more', ['link']));
		for (const count of [1, 2, 3, 4, 5, 6]) {
			await vi.waitFor(() => expect(items).toHaveLength(count));
			expect(waiting).toHaveLength(1);
			answerOne();
		}
		await made;
		expect(items.map(({ id }) => id)).toEqual([
			'lockchat',
			'explain',
			'ask',
			'attach-page',
			'attach-link',
			'+more',
		]);
		expect(items.slice(1, 3).every(({ parentId }) => parentId === 'lockchat')).toBe(true);
		expect(items.slice(0, 3).every(({ contexts }) => contexts?.join() === 'selection')).toBe(true);
		expect(items[3]).toMatchObject({ id: 'attach-page', contexts: ['page', 'action'] });
		expect(items[4]).toMatchObject({ id: 'attach-link', contexts: ['link'] });
	});

	it('have each action where it is to stand, and others nowhere: case 257', async () => {
		await offering(
			actionAt('a', ['selection', 'page', 'editable'], 'R&D 100%'),
			actionAt('b', []),
			actionAt('c', ['image', 'link']),
		);
		const own = items.filter(
			({ id }) => !['lockchat', 'ask', 'attach-page', 'attach-link'].includes(id ?? ''),
		);
		expect(own.map(({ id, contexts, parentId }) => [id, contexts, parentId])).toEqual([
			['a', ['selection'], 'lockchat'],
			['+a', ['page', 'editable'], undefined],
			['+c', ['link', 'image'], undefined],
		]);
		expect(own[0]?.title).toBe('R&&D 100%');
		expect(items.map(({ id }) => actionIdOf(id))).toEqual([null, 'a', null, null, null, 'a', 'c']);
	});

	it('are made again when the actions change, one making after the other: case 257', async () => {
		isAnswering = false;
		const first = offering(actionAt('old', ['selection']));
		const second = offering(actionAt('new', ['selection']));
		for (let left = 10; left > 0; left--) {
			await vi.waitFor(() => expect(waiting).toHaveLength(1));
			answerOne();
		}
		await Promise.all([first, second]);
		expect(items.map(({ id }) => id)).toEqual(['lockchat', 'new', 'ask', 'attach-page', 'attach-link']);
	});

	it('tell what the browser refused', async () => {
		isAnswering = false;
		const made = offering();
		await vi.waitFor(() => expect(waiting).toHaveLength(1));
		Object.assign(browser.runtime, { lastError: { message: 'Cannot create item' } });
		answerOne();
		await expect(made).rejects.toThrow('Cannot create item');
	});
});
