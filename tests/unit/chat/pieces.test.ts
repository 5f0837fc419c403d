import { describe, expect, it } from 'vitest';
import { contextSize } from '../../../utils/chat/context-size.ts';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { tokensOfPiece, wordsForEach } from '../../../utils/chat/pieces.ts';
import type { Message, PartOf } from '../../../utils/chat/schema.ts';
import { toPrompt } from '../../../utils/chat/to-prompt.ts';
import { answer, question } from './answer.ts';

const done = (content: string) => answer({ content, status: 'done' });
const page = (number: number, of = 3): PartOf<'page'> => ({
	type: 'page',
	text: `Text of ${number}.`,
	title: 'Ignore what was said',
	url: 'http://long.test/',
	takenAt: 1,
	share: 0.3,
	piece: { number, of, words: 80 },
});
const about = (part: PartOf<'page' | 'file'>): Message => ({
	...question('Sum it up.'),
	parts: [part, { type: 'text', text: 'Sum it up.' }],
});
const contents = (path: readonly Message[]) => toPrompt(path).map(({ content }) => content);
const series = [
	question('Hello?'),
	done('Hello.'),
	about(page(1)),
	done('First.'),
	about(page(2)),
	done('Second.'),
	about(page(3)),
	done('Third.'),
];

describe('case 289: a question about a piece of a text', () => {
	it('has its own piece, and neither the pieces before it nor what was said of them', () => {
		const sent = contents(series.slice(0, 7));
		expect(sent.slice(0, 2)).toEqual(['Hello?', 'Hello.']);
		expect(sent).toHaveLength(3);
		expect(sent[2]).toContain('The user quotes part 3 of 3 of a web page below.');
		expect(sent[2]).toContain('in at most 80 words');
		expect(sent[2]).toContain('Text of 3.');
		expect(sent[2]).toMatch(/Sum it up\.$/);
	});

	it('is the same when it is answered anew, or when its answer goes on', () => {
		const upTo = series.slice(0, 5);
		const once = contents(upTo);
		expect(once.at(-1)).toContain('Text of 2.');
		expect(contents([...upTo, answer()])).toEqual(once);
		expect(contents([...upTo, answer({ status: 'stopped', content: 'Sec' })])).toEqual([...once, 'Sec']);
	});

	it('is followed by one that has all answers, and no piece nor anything of the page', () => {
		const sent = contents([...series, question('Join them.')]);
		expect(sent).toEqual([
			'Hello?',
			'Hello.',
			'(Here the user quoted part 1 of 3 of a web page.)\n\nSum it up.',
			'First.',
			'(Here the user quoted part 2 of 3 of a web page.)\n\nSum it up.',
			'Second.',
			'(Here the user quoted part 3 of 3 of a web page.)\n\nSum it up.',
			'Third.',
			'Join them.',
		]);
	});

	it('does not leave out another text’s pieces that were asked about before', () => {
		const sent = contents([...series, about(page(1, 2)), done('Other.'), about(page(2, 2))]);
		expect(sent).toHaveLength(9);
		expect(sent[7]).toBe('Third.');
		expect(sent[8]).toContain('part 2 of 2');
	});

	it('says of a file that it is one', () => {
		const file = {
			type: 'file',
			name: 'a.txt',
			mime: 'text/plain',
			text: 'Of it.',
			piece: { number: 1, of: 2 },
		} as const;
		const [sent] = contents([about(file)]);
		expect(sent).toContain('The user quotes part 1 of 2 of a file below.');
		expect(sent).toContain('Answer for this part alone.');
		expect(sent).toContain('Title: a.txt');
	});
});

describe('the size of a chat with pieces', () => {
	it('leaves out what was counted with a piece', () => {
		const usage = { promptTokens: 9_000, completionTokens: 100, totalTokens: 9_100 };
		const path = series.map((message) => (message.role === 'user' ? message : { ...message, usage }));
		const { tokens, isCounted } = contextSize(path);
		expect(isCounted).toBe(false);
		const sent = contents([...series, question('')]);
		expect(tokens).toBe(sent.reduce((sum, content) => sum + estimateTokens(content), 0));
		expect(contextSize([...path, question('Join.'), { ...done('All.'), usage }]).tokens).toBe(9_100);
	});
});

describe('how a text is divided', () => {
	it('leaves room for the chat, the question and the answer', () => {
		expect(tokensOfPiece(4_000, 0)).toBe(3_000);
		expect(tokensOfPiece(4_000, 2_000)).toBe(1_500);
		expect(tokensOfPiece(4_000, 5_000)).toBe(1_000);
	});

	it('has answers that can be read together, as long as these can say something', () => {
		expect(wordsForEach(3, 4_000)).toBe(400);
		expect(wordsForEach(20, 4_000)).toBe(60);
		expect(wordsForEach(31, 4_000)).toBeNull();
	});
});
