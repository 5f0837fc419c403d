import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPageTaker } from '../../../components/chat/attach/page-taker.ts';
import { PdfFetchError } from '../../../components/chat/services/fetch-pdf.ts';
import { FileError } from '../../../utils/files/file-error.ts';
import { PageError, type PageFailure, type PagePart } from '../../../utils/page/read-page.ts';

const world = vi.hoisted(() => ({
	hasAccess: true,
	readPage: vi.fn<(tabId: number) => Promise<unknown>>(),
	readPdf: vi.fn<() => Promise<unknown>>(),
}));
vi.mock('../../../utils/page/read-page.ts', async (actual) => ({
	...(await actual()),
	readPage: world.readPage,
}));
vi.mock('../../../utils/files/pdf/read-pdf.ts', async (actual) => ({
	...(await actual()),
	readPdf: world.readPdf,
}));
vi.mock('../../../utils/page/page-change.ts', () => ({ stampOf: async () => null }));

const page = (name: string): PagePart => ({
	type: 'page',
	text: `About ${name}`,
	title: name,
	url: `https://${name}.test/`,
	takenAt: 1,
	share: 1,
});
const URLS: Record<number, string> = {
	1: 'https://a.test/',
	2: 'https://b.test/',
	3: 'https://c.test/paper.pdf',
};

beforeEach(() => {
	Object.assign(fakeBrowser.tabs, { get: async (id: number) => ({ id, url: URLS[id] }) });
	Object.assign(fakeBrowser.permissions, { contains: async () => world.hasAccess });
	world.hasAccess = true;
	world.readPage.mockReset();
	world.readPdf.mockReset();
});

function open() {
	const attached: string[] = [];
	const composer = {
		attach: (part: { type: string; title?: string }) => void attached.push(part.title ?? part.type),
		replace: () => undefined,
		focus: () => undefined,
	};
	const tell = vi.fn();
	const fetchPdf = vi.fn(async () => new Uint8Array(3));
	return {
		taker: createPageTaker(composer, { fetchPdf, tell, withdraw: () => undefined }),
		attached,
		tell,
		fetchPdf,
	};
}

const take = (id: number) => ({ scope: 'page' as const, tab: { id } });
const failing = (code: PageFailure) => world.readPage.mockRejectedValueOnce(new PageError(code));

describe('case 252: tabs that are asked for at once', () => {
	it('are taken one after the other, each once', async () => {
		const { taker, attached } = open();
		let go = (): void => undefined;
		world.readPage.mockImplementationOnce(() => new Promise((resolve) => (go = () => resolve(page('a')))));
		world.readPage.mockResolvedValue(page('b'));
		void taker.take(take(1));
		void taker.take(take(1));
		const last = taker.take(take(2));
		await vi.waitFor(() => expect(world.readPage).toHaveBeenCalledOnce());
		expect(taker.getState().isReading).toBe(true);
		go();
		await last;
		expect(attached).toEqual(['a', 'b']);
		expect(taker.getState()).toMatchObject({ isReading: false, failed: [] });
	});

	it('are told where they cannot be read, and the others are attached; trying again takes that back', async () => {
		const { taker, attached } = open();
		world.hasAccess = false;
		failing('denied');
		world.readPage.mockResolvedValueOnce(page('b'));
		void taker.take(take(1));
		await taker.take(take(2));
		expect(attached).toEqual(['b']);
		const [failed] = taker.getState().failed;
		expect(failed).toMatchObject({ code: 'denied', wish: { tab: { id: 1, url: URLS[1] } } });
		world.readPage.mockResolvedValueOnce(page('a'));
		if (failed) await taker.take(failed.wish);
		expect(attached).toEqual(['b', 'a']);
		expect(taker.getState().failed).toEqual([]);
	});
});

describe('case 248: a tab with a PDF', () => {
	const PDF = { text: '## Page 1\n\nWords', title: '', pages: 4, blank: [2], broken: [] };

	it('is attached as a page, with the share of its pages that have text, and the others are told', async () => {
		const { taker, attached, tell, fetchPdf } = open();
		failing('pdf');
		world.readPdf.mockResolvedValueOnce(PDF);
		await taker.take(take(3));
		expect(fetchPdf).toHaveBeenCalledExactlyOnceWith(URLS[3], expect.anything());
		expect(attached).toEqual(['paper.pdf']);
		expect(tell).toHaveBeenCalledExactlyOnceWith({
			type: 'pages',
			name: 'paper.pdf',
			pages: 4,
			blank: [2],
			broken: [],
		});
	});

	it('is refused by name where it cannot be read', async () => {
		const { taker, attached, tell } = open();
		failing('pdf');
		world.readPdf.mockRejectedValueOnce(new FileError('pdf-locked'));
		await taker.take(take(3));
		expect(tell).toHaveBeenCalledExactlyOnceWith({ type: 'refused', name: 'paper.pdf', code: 'pdf-locked' });
		expect(attached).toEqual([]);
		expect(taker.getState()).toMatchObject({ isReading: false, failed: [] });
	});

	it('is left alone once the user has cancelled', async () => {
		const { taker, attached, tell, fetchPdf } = open();
		failing('pdf');
		fetchPdf.mockImplementationOnce(async () => {
			taker.cancel();
			throw new DOMException('Cancelled', 'AbortError');
		});
		await taker.take(take(3));
		expect([attached, tell.mock.calls, taker.getState().failed]).toEqual([[], [], []]);
	});
});

describe('case 249: a tab with a PDF that its server does not give again', () => {
	it('is told with its tab', async () => {
		const { taker, fetchPdf } = open();
		failing('denied');
		fetchPdf.mockRejectedValueOnce(new PdfFetchError('refused'));
		await taker.take(take(3));
		expect(taker.getState().failed).toMatchObject([{ code: 'pdf-refused', wish: { tab: { id: 3 } } }]);
	});
});
