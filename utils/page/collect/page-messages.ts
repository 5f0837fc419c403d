/** What stands before the scope in the name of a port that a window opens to a page. */
export const PAGE_PORT = 'lockchat.page.';

/** All of the page, what is selected in it, or what the window shows of it now. */
export type Scope = 'page' | 'selection' | 'visible';

/** What is told of a page that was taken. */
export interface AboutPage {
	title: string;
	url: string;
	/** How much text was taken, without white space, in UTF-16 code units. */
	taken: number;
	/** How much text the page shows. Of a whole page it is more only if that is too long, or takes too long to read. */
	shown: number;
}

/**
 * What comes from a page, one message after the other: its HTML while it is still being read, so that the window parses
 * meanwhile, and then what is known at the end. `anew`: what has come until then does not hold, and all HTML comes again.
 * At the end stands null where nothing is selected, and `pdf` in the browser's viewer of PDFs.
 */
export type FromPage =
	| { type: 'html'; html: string }
	| { type: 'anew' }
	| { type: 'end'; about: AboutPage | 'pdf' | null }
	| { type: 'failed'; reason: string };

/**
 * In UTF-16 code units. Chromium takes 100 ms for a message of a million, and 7 ms for eight messages with as many
 * together.
 */
const PIECE = 128 * 1024;

/**
 * Cuts a text that is longer than two pieces, but no character of two units: messages would put others in the places of
 * its halves.
 */
export function cutText(text: string, length = 2 * PIECE): string[] {
	const pieces: string[] = [];
	for (let start = 0; start < text.length || pieces.length === 0; ) {
		let end = Math.min(text.length, start + length);
		if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
		pieces.push(text.slice(start, end));
		start = end;
	}
	return pieces;
}

/** The HTML of a page, which is posted while it grows. */
export class GrowingHtml {
	readonly #parts: string[] = [];
	readonly #post: (message: FromPage) => void;
	/** How many parts have been posted. */
	#posted = 0;
	/** The length of those that have not. */
	#waiting = 0;
	#isWrong = false;

	constructor(post: (message: FromPage) => void) {
		this.#post = post;
	}

	/** @returns the part's place, by which it can be taken back */
	add(part: string): number {
		this.#parts.push(part);
		this.#waiting += part.length;
		if (this.#waiting >= PIECE) this.#flush();
		return this.#parts.length - 1;
	}

	takeBack(place: number): void {
		this.#parts[place] = '';
		if (place < this.#posted) this.#isWrong = true;
	}

	/** Posts what has not been posted, or all of it again where a part was taken back too late. */
	end(): void {
		if (this.#isWrong) {
			this.#post({ type: 'anew' });
			this.#posted = 0;
		}
		this.#flush();
	}

	#flush(): void {
		const html = this.#parts.slice(this.#posted).join('');
		this.#posted = this.#parts.length;
		this.#waiting = 0;
		if (html === '') return;
		for (const piece of cutText(html)) this.#post({ type: 'html', html: piece });
	}
}
