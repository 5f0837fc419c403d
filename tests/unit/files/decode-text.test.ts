import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../utils/files/decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, isBigEndian: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian);
	return new Uint8Array(view.buffer);
}

function joined(...pieces: Uint8Array[]): Uint8Array {
	return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** The bytes of a text in an encoding of one byte a character, which only the decoder knows. */
function singleByte(text: string, encoding: string): Uint8Array {
	const table = new Map(
		Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(bytes(byte)), byte]),
	);
	return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

/** The bytes of a text in an encoding of two bytes a character, found by trying all of them. */
function doubleByte(text: string, encoding: string): Uint8Array {
	const decoder = new TextDecoder(encoding);
	const table = new Map<string, number[]>();
	for (let first = 0x81; first < 0xff; first += 1)
		for (let second = 0x40; second < 0xff; second += 1)
			table.set(decoder.decode(bytes(first, second)), [first, second]);
	return Uint8Array.from([...text].flatMap((character) => table.get(character) ?? [character.charCodeAt(0)]));
}

const RUSSIAN = 'Привет, мир! Это обычный текст с прописными и строчными буквами.\nВторая строка.';

describe('case 240: the text of a file', () => {
	it.each([
		['UTF-8', utf8('Grüße, мир 👋\nzwei'), 'utf-8'],
		['UTF-8 with a mark', joined(bytes(0xef, 0xbb, 0xbf), utf8('Grüße, мир 👋\nzwei')), 'utf-8'],
		['UTF-16LE with a mark', joined(bytes(0xff, 0xfe), utf16('Grüße, мир 👋\nzwei', false)), 'utf-16le'],
		['UTF-16BE with a mark', joined(bytes(0xfe, 0xff), utf16('Grüße, мир 👋\nzwei', true)), 'utf-16be'],
	])('is read as it is: %s', (_, file, encoding) => {
		expect(decodeText(file)).toEqual({
			text: 'Grüße, мир 👋\nzwei',
			encoding,
			isGuessed: false,
			unreadable: 0,
		});
	});

	it.each([
		['UTF-16LE without a mark', utf16(RUSSIAN, false), RUSSIAN, 'utf-16le'],
		['UTF-16BE without a mark', utf16(RUSSIAN, true), RUSSIAN, 'utf-16be'],
		['Windows-1251', singleByte(RUSSIAN, 'windows-1251'), RUSSIAN, 'windows-1251'],
		['one word of Windows-1251', singleByte('Привет', 'windows-1251'), 'Привет', 'windows-1251'],
		['KOI8-R', singleByte(RUSSIAN, 'koi8-r'), RUSSIAN, 'koi8-r'],
		['DOS', singleByte(RUSSIAN, 'ibm866'), RUSSIAN, 'ibm866'],
		[
			'Windows-1252',
			singleByte('Un café à Liège,  merci', 'windows-1252'),
			'Un café à Liège,  merci',
			'windows-1252',
		],
		[
			'Shift_JIS',
			doubleByte('これは日本語のテキストです。\n', 'shift_jis'),
			'これは日本語のテキストです。\n',
			'shift_jis',
		],
		['EUC-KR', doubleByte('안녕하세요 세계', 'euc-kr'), '안녕하세요 세계', 'euc-kr'],
		['GB 18030', doubleByte('这是一个中文文本。', 'gb18030'), '这是一个中文文本。', 'gb18030'],
	])('whose encoding nothing tells is read by what it looks like: %s', (_, file, text, encoding) => {
		expect(decodeText(file)).toEqual({ text, encoding, isGuessed: true, unreadable: 0 });
	});

	it.each([
		['Greek', 'Καλημέρα κόσμε, τι κάνεις σήμερα;', 'windows-1253'],
		['Hebrew', 'שלום עולם, זה קובץ ישן.', 'windows-1255'],
		['two words of Hebrew', 'שלום עולם', 'windows-1255'],
		['Arabic', 'مرحبا بالعالم، هذا ملف قديم', 'windows-1256'],
		['Russian in small letters', 'всем привет, как дела', 'windows-1251'],
		['Russian without letters of endings', 'вам было рано', 'windows-1251'],
		['Russian in small letters, in KOI8-R', 'всем привет, это мой старый файл', 'koi8-r'],
		['Russian in capitals, in KOI8-R', 'ЭТО МОЙ СТАРЫЙ ФАЙЛ', 'koi8-r'],
		['Ukrainian', 'Це українська мова, її вивчають у школі.', 'windows-1251'],
	])('case 308: in an alphabet of its own is told from others: %s', (_, text, encoding) => {
		expect(decodeText(singleByte(text, encoding))).toEqual({
			text,
			encoding,
			isGuessed: true,
			unreadable: 0,
		});
	});

	it('with damaged bytes among good ones says how many', () => {
		const file = joined(utf8('Строка '), bytes(0xff), utf8(' и ещё '), bytes(0xd0), utf8(' конец'));
		expect(decodeText(file)).toEqual({
			text: 'Строка \ufffd и ещё \ufffd конец',
			encoding: 'utf-8',
			isGuessed: false,
			unreadable: 2,
		});
	});

	it('ends its lines with LF, and keeps the colours of a terminal', () => {
		expect(decodeText(utf8('a\r\nb\rc\n\u001b[31md\u001b[0m'))?.text).toBe('a\nb\nc\n\u001b[31md\u001b[0m');
	});

	it.each([
		['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)],
		['an archive', joined(utf8('PK'), bytes(3, 4, 20, 0, 0, 0, 8, 0))],
		['a program', joined(bytes(0x7f), utf8('ELF'), bytes(2, 1, 1, 0, 0, 0, 0, 0))],
		['noise without zeros', Uint8Array.from({ length: 400 }, (_, at) => ((at * 89) % 255) + 1)],
		['a zero in UTF-8', utf8('text\0text')],
		['half a UTF-16 character', joined(bytes(0xff, 0xfe), utf16('a\0b', false))],
	])('is none in %s', (_, file) => {
		expect(decodeText(file)).toBeNull();
	});
});
