/**
 * What a reader cannot see in a text although it is there: control characters, and those that Unicode calls ignorable
 * (zero-width, formatting, fillers, the tags of U+E0000, marks that turn the direction of writing). With them whole
 * instructions can be written between two letters. White space is kept, and so are at first the four that letters and
 * emoji need.
 */
const INVISIBLE =
	/(?![\t\n\r])\p{Cc}|(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;

/** The two selectors that tell how an emoji is drawn, where no emoji stands before them. */
const STRAY_SELECTOR = /(?<!\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}#*0-9])(?:\uFE0E|\uFE0F)/gu;

/**
 * Joiners are needed in emoji, and in Persian and Indian scripts, one at a time. Between Latin letters, behind a space or
 * in a row they are written for no reader.
 */
const STRAY_JOINER =
	/(?<!\p{M}|(?!\p{Script=Latin})\p{L}|\p{Extended_Pictographic}|\uFE0F|[\u{1F3FB}-\u{1F3FF}])(?:\u200C|\u200D)/gu;

/** What most texts in Latin letters are made of. To find that out takes a fifth of the time that the search above takes. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

const MAY_HAVE_STRAYS = /\u200C|\u200D|\uFE0E|\uFE0F/;

/** The text as a reader sees it. */
export function cleanText(text: string): string {
	if (PLAIN.test(text)) return text;
	const visible = text.replace(INVISIBLE, '');
	if (!MAY_HAVE_STRAYS.test(visible)) return visible;
	return visible.replace(STRAY_SELECTOR, '').replace(STRAY_JOINER, '');
}
