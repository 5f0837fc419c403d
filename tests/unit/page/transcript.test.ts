// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { extractMain } from '../../../utils/page/extract/extract-page.ts';
import { lacksTranscript } from '../../../utils/page/extract/transcript.ts';
import { NEWER_PANEL, OLDER_PANEL, videoPage } from './pages/video.ts';
import { parsePage } from './parse-page.ts';

const URL = 'https://www.youtube.com/watch?v=abc';
const LINES = '0:01 All right, so here we are\n1:02:07 in front of the “elephants”';

describe('case 253: a video', () => {
	it.each([
		['older', OLDER_PANEL],
		['newer', NEWER_PANEL],
	])('is taken with its transcript in the %s panel, once and whole', (_, panel) => {
		const { text } = extractMain(parsePage(videoPage(panel)));
		expect(text).toContain('Me at the zoo');
		expect(text.endsWith(`\n\n## Transcript\n\n${LINES}`)).toBe(true);
		expect(text.match(/here we are/g)).toHaveLength(1);
		expect(lacksTranscript({ url: URL, text })).toBe(false);
	});

	it('without it lacks it, and no other page does', () => {
		const { text } = extractMain(parsePage(videoPage('')));
		expect(text).not.toContain('Transcript');
		expect(lacksTranscript({ url: URL, text })).toBe(true);
		expect(lacksTranscript({ url: 'https://www.youtube.com/feed/history', text })).toBe(false);
		expect(lacksTranscript({ url: 'https://a.test/watch?v=abc', text })).toBe(false);
	});
});
