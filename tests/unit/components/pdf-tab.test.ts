import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failureOfPdf, pdfAddress, pdfName } from '../../../components/chat/attach/pdf-tab.ts';
import { PdfFetchError } from '../../../components/chat/services/fetch-pdf.ts';
import { PageError, type PageFailure } from '../../../utils/page/read-page.ts';

const access = vi.hoisted(() => ({ isGiven: false }));
vi.mock('../../../utils/platform/permissions.ts', () => ({ hasOrigin: async () => access.isGiven }));

beforeEach(() => {
	access.isGiven = false;
});

const NAMED = 'https://a.test/On%20windows.PDF?page=2#x';
const UNNAMED = 'https://a.test/paper/7';
const refused = (code: PageFailure) => new PageError(code);

describe('case 248: a tab whose page cannot be read shows a PDF', () => {
	it('where the browser says so, or its address', async () => {
		expect(await pdfAddress(UNNAMED, refused('pdf'))).toBe(UNNAMED);
		expect(await pdfAddress(NAMED, refused('denied'))).toBe(NAMED);
		expect(pdfName(NAMED)).toBe('On windows.PDF');
		expect(pdfName('https://a.test/%E0%A4%A')).toBe('%E0%A4%A');
	});

	it('perhaps, where Firefox refuses it in spite of access to its site', async () => {
		expect(await pdfAddress(UNNAMED, refused('denied'))).toBeNull();
		access.isGiven = true;
		expect(await pdfAddress(UNNAMED, refused('denied'))).toBe(UNNAMED);
		expect(await pdfAddress(UNNAMED, refused('empty'))).toBeNull();
		expect(await pdfAddress(undefined, refused('denied'))).toBeNull();
	});
});

describe('case 249: a PDF that cannot be fetched is told', () => {
	it('as a file of the computer', async () => {
		await expect(pdfAddress('file:///home/a.pdf', refused('denied'))).rejects.toMatchObject({
			code: 'pdf-local',
		});
		expect(await pdfAddress('file:///home/a.txt', refused('denied'))).toBeNull();
		expect(await pdfAddress('chrome://version', refused('closed'))).toBeNull();
	});

	it('as one for which access is needed, where there is none', async () => {
		const unreachable = new PdfFetchError('unreachable');
		expect(await failureOfPdf(unreachable, NAMED, refused('denied'))).toMatchObject({ code: 'pdf-denied' });
		access.isGiven = true;
		expect(await failureOfPdf(unreachable, NAMED, refused('denied'))).toMatchObject({ code: 'pdf-refused' });
	});

	it('as too large', async () => {
		const failure = await failureOfPdf(new PdfFetchError('too-large'), NAMED, refused('pdf'));
		expect(failure).toMatchObject({ code: 'pdf-too-large' });
	});

	it('as before, where it is no PDF after all', async () => {
		access.isGiven = true;
		const unread = refused('denied');
		expect(await failureOfPdf(new PdfFetchError('refused'), UNNAMED, unread)).toBe(unread);
	});
});
