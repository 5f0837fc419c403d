import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serveBody } from './serve.ts';

const END = STOP + DONE;
/** The same answer at once, in its characters, and with the token in a piece of its own. */
const waysOf = (words: string, token: string) => [
	[text(words + token)],
	[...(words + token)].map(text),
	[text(words), text(token)],
];

describe('case 315: a special token that a server has left at the end of an answer', () => {
	it.each([
		['Paris.', '<|im_end|>'],
		['Paris', '<|im_end|>'],
		['Paris.', '<|im_end|>\n'],
		['Paris.', '<|eot_id|>'],
		['Paris.', '</s>'],
		['Paris.', '</s></s>'],
		['Paris.', '<|im_end|>\n<|endoftext|>'],
		['Paris.', '<end_of_turn>\n'],
		['Paris.', '<|end|>'],
		['Paris.', '<|END_OF_TURN_TOKEN|>'],
		['Paris.', '<｜end▁of▁sentence｜>'],
		['**Paris**', '<|im_end|>'],
		['Call `ls`', '<|im_end|>'],
		['```\nls\n```', '<|im_end|>'],
		['if a < b and <div> then', '</s>'],
		['Париж', '<|eot_id|>'],
		['巴黎。', '<|im_end|>'],
		['Paris 🎉', '<|im_end|>'],
	])('%j is followed by %j: only the words are shown', async (words, token) => {
		for (const pieces of waysOf(words, token)) {
			const outcome = await complete(pieces.join('') + END);
			expect(outcome).toMatchObject({ text: words, ends: ['stop'], error: null });
		}
	});

	it.each([
		['alone', '<|im_end|>'],
		['behind a blank', 'The token is <|im_end|>'],
		['behind a colon', 'It is this one:\n<|im_end|>'],
		['behind a colon without a blank', 'Token:<|im_end|>'],
		['in code', 'Append `x<|im_end|>'],
		['in a fence', '```\nuser: Hi<|im_end|>'],
		['in a quotation', 'It ends with "bye<|im_end|>"'],
		['with words behind it', 'Hi.<|im_end|> And more.'],
		['with its beginning before it', '<|im_start|>user\nHi.<|im_end|>'],
		['struck through', '<s>Old price.</s>'],
		['named before', 'Of </s> and others: they end with bye</s>'],
		['another name', 'Use the tag body</small>'],
		['half of one', 'Paris.<|im_en'],
		['a comparison', 'a <'],
	])('stays where it may be meant: %s', async (_, words) => {
		for (const pieces of waysOf(words, '')) {
			const outcome = await complete(pieces.join('') + END);
			expect(outcome).toMatchObject({ text: words, error: null });
		}
	});

	it.each(['Repeat: bye</s>', 'Which token ends a turn?', 'Какой токен последний?', 'Show a chat template'])(
		'stays where the question is about tokens: %s',
		async (content) => {
			const server = await serveBody(text('It is bye</s>') + END);
			const request = requestTo(server, { messages: [{ role: 'user', content }] });
			expect((await outcomeOf(createCompletion(request))).text).toBe('It is bye</s>');
		},
	);

	it('stays where the answer broke off, failed, or was cut at its limit', async () => {
		const words = text('Paris.<|im_end|>');
		for (const end of ['', sse({ error: 'No.' }), sse(delta({}, { finish_reason: 'length' })) + DONE])
			expect((await complete(words + end)).text).toBe('Paris.<|im_end|>');
	});

	it('is no reason to hold back a model that repeats it for ever', async () => {
		const words = `Paris.${'</s>'.repeat(40)}`;
		for (const pieces of waysOf(words, '')) {
			const outcome = await complete(pieces.join('') + END);
			expect(outcome).toMatchObject({ text: words, error: null });
		}
	});

	it('stays in front of what is not the answer', async () => {
		const body =
			text('Paris.<|im_end|>') + sse(delta({ reasoning_content: 'more' })) + text(' Really.') + END;
		expect(await complete(body)).toMatchObject({ text: 'Paris.<|im_end|> Really.', reasoning: 'more' });
	});
});
