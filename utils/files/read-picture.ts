import { FileError } from './file-error.ts';
import { fileNameOf } from './file-name.ts';

/** The longest side of a picture that is sent, in pixels: what models look at at most, larger ones shrink it themselves. */
const MAX_SIDE = 1568;
/** The largest picture that is sent, in bytes. */
const MAX_PICTURE_BYTES = 400_000;
/** The largest file that is opened as a picture, in bytes, and how many pixels it may have. */
export const MAX_PICTURE_FILE_BYTES = 50 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;

const QUALITIES = [0.9, 0.8, 0.65, 0.5];
/** Each time a picture is still too large, its sides become this much shorter. */
const SMALLER = 0.75;

/** A part of a picture, in shares of its width and height, from 0 to 1. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

const WHOLE: Area = { x: 0, y: 0, width: 1, height: 1 };

export interface Picture {
	/** A `data:` address: PNG where what is drawn is small that way, else JPEG. */
	url: string;
	mime: string;
	width: number;
	height: number;
	name: string;
}

/**
 * Draws a picture anew, small enough to be sent: its first frame, turned as its camera says, on white where it has
 * holes. Nothing else of the file is left: no place where it was taken, no camera. Rejects with a FileError.
 */
export async function readPicture(file: File): Promise<Picture> {
	if (file.size > MAX_PICTURE_FILE_BYTES) throw new FileError('picture-too-large');
	const address = URL.createObjectURL(file);
	try {
		const isSharp = /^image\/(png|gif|svg|bmp|x-icon|vnd\.microsoft\.icon)/.test(file.type);
		return await pictureAt(address, { name: fileNameOf(file.name), isSharp });
	} finally {
		URL.revokeObjectURL(address);
	}
}

/**
 * The same with a picture that has an address of the window's own. Rejects with a FileError.
 *
 * @param about `isSharp`: whether lines and letters are likely in it, which JPEG blurs; `area`: the part that is wanted,
 *   all of it when left out
 */
export async function pictureAt(
	address: string,
	{ name, isSharp, area = WHOLE }: { name: string; isSharp: boolean; area?: Area },
): Promise<Picture> {
	return { ...(await shrunk(partOf(await load(address), area), isSharp)), name };
}

/** A picture in an element of its own runs no script and loads nothing, also where it is SVG. */
async function load(address: string): Promise<HTMLImageElement> {
	const image = new Image();
	await new Promise<void>((resolve, reject) => {
		image.onload = () => resolve();
		image.onerror = () => reject(new FileError('picture'));
		image.src = address;
	});
	const { naturalWidth: width, naturalHeight: height } = image;
	if (width * height > MAX_PIXELS) throw new FileError('picture-too-large');
	if (width * height === 0) throw new FileError('picture');
	return image;
}

type Drawn = Omit<Picture, 'name'>;

/** What of an image is drawn, in its own pixels. */
interface Source {
	image: HTMLImageElement;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Whole pixels, as the edges would be blurred otherwise; at least one each way. */
function partOf(image: HTMLImageElement, area: Area): Source {
	const { naturalWidth, naturalHeight } = image;
	const x = Math.min(naturalWidth - 1, Math.round(area.x * naturalWidth));
	const y = Math.min(naturalHeight - 1, Math.round(area.y * naturalHeight));
	const width = Math.max(1, Math.min(naturalWidth - x, Math.round(area.width * naturalWidth)));
	const height = Math.max(1, Math.min(naturalHeight - y, Math.round(area.height * naturalHeight)));
	return { image, x, y, width, height };
}

async function shrunk(source: Source, isSharp: boolean): Promise<Drawn> {
	let scale = Math.min(1, MAX_SIDE / Math.max(source.width, source.height));
	for (;;) {
		const width = Math.max(1, Math.round(source.width * scale));
		const height = Math.max(1, Math.round(source.height * scale));
		const canvas = draw(source, width, height);
		const small = (isSharp && (await encode(canvas, 'image/png'))) || (await asJpeg(canvas));
		if (small) return { url: await dataUrlOf(small), mime: small.type, width, height };
		if (width === 1 && height === 1) throw new FileError('picture');
		scale *= SMALLER;
	}
}

function draw(source: Source, width: number, height: number): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	Object.assign(canvas, { width, height });
	const context = canvas.getContext('2d');
	if (!context) throw new FileError('picture');
	context.fillStyle = '#fff';
	context.fillRect(0, 0, width, height);
	context.imageSmoothingQuality = 'high';
	context.drawImage(source.image, source.x, source.y, source.width, source.height, 0, 0, width, height);
	return canvas;
}

async function asJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
	for (const quality of QUALITIES) {
		const small = await encode(canvas, 'image/jpeg', quality);
		if (small) return small;
	}
	return null;
}

/** The picture in this format, or null where that is too large. */
function encode(canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> {
	return new Promise((resolve, reject) => {
		try {
			canvas.toBlob(
				(blob) => {
					if (!blob) reject(new FileError('picture'));
					else resolve(blob.size <= MAX_PICTURE_BYTES ? blob : null);
				},
				type,
				quality,
			);
		} catch (error) {
			// A browser that draws a foreign document in SVG does not give it away.
			reject(new FileError('picture', { cause: error }));
		}
	});
}

function dataUrlOf(blob: Blob): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(new FileError('unreadable', { cause: reader.error }));
		reader.readAsDataURL(blob);
	});
}
