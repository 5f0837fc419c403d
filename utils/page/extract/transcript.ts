/**
 * A line of the transcript beside a video of YouTube, with the time at which its words are said. YouTube gives some videos
 * the older kind of panel and others the newer. They are known by their classes, which no language changes.
 */
const LINES = [
	{
		line: '.ytwTranscriptSegmentViewModelHost',
		time: '.ytwTranscriptSegmentViewModelTimestamp',
		words: '[role="text"], .ytAttributedStringHost',
	},
	{ line: '.segment:has(.segment-text)', time: '.segment-timestamp', words: '.segment-text' },
] as const;

export const TRANSCRIPT_LINES = LINES.map(({ line }) => line).join(',');

const wordsOf = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/**
 * Takes the transcript out of a video's page, where its reader has opened it: a line for each of its own, behind its time.
 * Empty where there is none.
 */
export function takeTranscript(document: Document): string {
	const lines: string[] = [];
	for (const { line, time, words } of LINES)
		for (const element of document.querySelectorAll(line)) {
			const said = wordsOf(element.querySelector(words));
			if (said === '') continue;
			lines.push(`${wordsOf(element.querySelector(time))} ${said}`.trim());
			element.remove();
		}
	return lines.join('\n');
}

const HEADING = '## Transcript';

/** A page's text with its transcript behind it. */
export function withTranscript(text: string, transcript: string): string {
	return [text, ...(transcript === '' ? [] : [`${HEADING}\n\n${transcript}`])].filter(Boolean).join('\n\n');
}

/** Whether a page is a video of YouTube without its transcript. */
export function lacksTranscript({ url, text }: { url: string; text: string }): boolean {
	const isVideo = /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:watch\?|live\/)/.test(url);
	return isVideo && !text.includes(`${HEADING}\n\n`);
}
