import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDeletedWords } from '../../../utils/search/forget-deleted.ts';
import { openSearch } from '../../../utils/search/search.ts';

vi.mock('../../../utils/search/search.ts', () => ({ openSearch: vi.fn() }));

/** The origin's own file system, with these folders. */
function stubFiles(...folders: string[]): void {
	const getDirectoryHandle = async (name: string) => {
		if (!folders.includes(name)) throw new DOMException('There is none.', 'NotFoundError');
		return {};
	};
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ getDirectoryHandle }) } });
}

beforeEach(() => void vi.mocked(openSearch).mockClear());

describe('case 157: after a deletion', () => {
	it('the worker of the search is started where there is an index', async () => {
		stubFiles('.lockchat-search');
		await forgetDeletedWords();
		expect(openSearch).toHaveBeenCalledOnce();
	});

	it('nothing is started where nobody has searched yet', async () => {
		stubFiles('another');
		await forgetDeletedWords();
		expect(openSearch).not.toHaveBeenCalled();
	});

	it('nothing is started where the browser keeps no files', async () => {
		vi.stubGlobal('navigator', {});
		await forgetDeletedWords();
		expect(openSearch).not.toHaveBeenCalled();
	});
});
