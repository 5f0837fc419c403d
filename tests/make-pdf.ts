/** What a page of a made PDF has. */
interface MadePage {
	/** Its lines, from the top to the bottom. Letters of Latin-1 only. */
	lines?: readonly string[];
	/** More of what draws it, as PDF has it. */
	drawn?: string;
}

export interface MadePdf {
	pages: readonly MadePage[];
	title?: string;
	/** Whether it opens only with a password, which nobody knows. */
	isLocked?: boolean;
}

const HEIGHT = 400;
const LINE = 16;

/** The fonts that pages can use: F1 for Latin letters, F2 for Chinese ones by their UTF-16 codes, without a font in the file. */
const FONTS = [
	'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
	'<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
	'<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 6 0 R >>',
	'<< /Type /FontDescriptor /FontName /STSong /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -200 1000 800] >>',
];

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

function drawingOf({ lines = [], drawn = '' }: MadePage): string {
	const words = lines.map(
		(line, at) => `BT /F1 12 Tf 20 ${HEIGHT - 30 - at * LINE} Td (${escaped(line)}) Tj ET`,
	);
	return [...words, drawn].join('\n');
}

/** A small PDF of version 1.4: one size of page, a table of places, and no more than readers need. */
export function makePdf({ pages, title, isLocked = false }: MadePdf): Buffer<ArrayBuffer> {
	const firstPage = 3 + FONTS.length;
	const numberOf = (page: number): number => firstPage + page * 2;
	const kids = pages.map((_, at) => `${numberOf(at)} 0 R`);
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
		...FONTS,
		...pages.flatMap((page, at) => {
			const drawing = drawingOf(page);
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 ${HEIGHT}] /Contents ${numberOf(at) + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
				`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
			];
		}),
		`<< ${title === undefined ? '' : `/Title (${escaped(title)})`} >>`,
	];
	let text = '%PDF-1.4\n';
	const places: number[] = [];
	for (const [at, object] of objects.entries()) {
		places.push(text.length);
		text += `${at + 1} 0 obj\n${object}\nendobj\n`;
	}
	const table = [
		'0000000000 65535 f ',
		...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `),
	];
	// Whatever password opens it: the empty one does not, which readers try first.
	const hash = `<${'41'.repeat(32)}>`;
	const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${hash} /U ${hash} /P -4 >> /ID [<01> <01>]`;
	const trailer = `<< /Size ${table.length} /Root 1 0 R /Info ${objects.length} 0 R ${isLocked ? lock : ''} >>`;
	text += `xref\n0 ${table.length}\n${table.join('\n')}\ntrailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
	return Buffer.from(text, 'latin1');
}
