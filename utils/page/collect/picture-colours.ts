import type { Colour } from './colour.ts';
import { OPAQUE } from './contrast.ts';
import { coloursAfter, dropCanvas, SIDE } from './drawn.ts';
import { lookMemory, remembered } from './look-memory.ts';

const pictures = lookMemory<HTMLImageElement, readonly Colour[] | null>();

/**
 * The colours of a picture, all over it; null for one that is not there, and for those of other sites, which browsers show
 * to nobody but the user.
 */
export function coloursOfPicture(picture: HTMLImageElement): readonly Colour[] | null {
	if (!picture.complete || picture.naturalWidth === 0) return null;
	return remembered(pictures, picture, () => readPicture(picture));
}

function readPicture(picture: HTMLImageElement): readonly Colour[] | null {
	try {
		return coloursAfter((context) => context.drawImage(picture, 0, 0, SIDE, SIDE));
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		dropCanvas();
		return null;
	}
}

/** Whether a picture takes all of its box, and nothing is seen through it. To find that out, all of it is drawn. */
export function isOpaquePicture(picture: HTMLImageElement): boolean {
	const { objectFit, padding, borderRadius } = getComputedStyle(picture);
	if (!/^(?:fill|cover)?$/.test(objectFit) || /[1-9]/.test(`${padding} ${borderRadius}`)) return false;
	return coloursOfPicture(picture)?.every(({ alpha }) => alpha >= OPAQUE) === true;
}
