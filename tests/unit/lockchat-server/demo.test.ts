import { describe, expect, it } from 'vitest';
import { quoteToPrompt } from '../../../utils/chat/to-prompt.ts';
import { demoAnswer } from '../../lockchat-server/demo/demo-answer.mjs';
import { fastAnswer } from '../../lockchat-server/fast-model.mjs';

function answerTo(...questions: string[]): string {
	const messages = questions.flatMap((content) => [
		{ role: 'assistant', content: 'Before.' },
		{ role: 'user', content },
	]);
	return [...demoAnswer(messages)].map((part) => ('token' in part ? part.token : '')).join('');
}

const PASSAGE = 'Cells divide. Every living organism consists of cells, and cells come from cells.';
const fenced = (instruction: string, passage = PASSAGE) => `${instruction}\n\n\`\`\`\n${passage}\n\`\`\``;

describe('the demonstration', () => {
	it('shows everything an answer can hold, and how to get a real one', () => {
		const answer = answerTo('What is this?');
		for (const piece of [
			'\n## ',
			'\n- ',
			'\n  1. ',
			'| :-- |',
			'```js',
			'$$',
			'> What is this?',
			'](https://',
		]) {
			expect(answer).toContain(piece);
		}
		expect(answer).toMatch(/not a language model/);
		expect(answer).toMatch(/Ollama.*OLLAMA_ORIGINS=[\s\S]*LM Studio[\s\S]*OpenAI/);
	});

	it.each([
		['Explain this in plain words.', /\| Words \| 13 \|/],
		['Summarize this in a few sentences.', /first one,\n\n> Cells divide\.\n\n.*\*cells\*/],
		['Translate this into English.', /translate these 13 words/],
		['Объясни это простыми словами.', /\| Слова \| 13 \|/],
		['Перескажи это в нескольких предложениях.', /только первое,\n\n> Cells divide\./],
		['Переведи это на русский язык.', /слов в нём: 13/],
	])('does with a passage what it can: %s', (instruction, reaction) => {
		const answer = answerTo(fenced(instruction));
		expect(answer).toContain(`> ${instruction}`);
		expect(answer).toContain(`> ${PASSAGE}`);
		expect(answer).toMatch(reaction);
	});

	it('answers in Russian to Cyrillic, be it in the passage alone', () => {
		expect(answerTo('Кто ты?')).toMatch(/не языковая модель[\s\S]*Ollama[\s\S]*LM Studio[\s\S]*OpenAI/);
		expect(answerTo(fenced('', 'Клетки делятся.'))).toMatch(/не языковая модель/);
		expect(answerTo(fenced('Explain this.', 'Клетки делятся.'))).toMatch(/not a language model/);
	});

	it('tells a quoted page’s words from the extension’s own, and from what the person wrote', () => {
		const quote = { type: 'quote', text: PASSAGE, title: 'Cells', url: 'https://example.org/cells' } as const;
		const answer = answerTo(`${quoteToPrompt(quote)}\n\nTwo things.\n\nSummarize it.`);
		expect(answer).toMatch(/> Two things\.\n> \n> Summarize it\.\n\n.*\n\n> Cells divide\./);
		expect(answer).not.toMatch(/not instructions|example\.org/);
		expect(answerTo(quoteToPrompt(quote))).toMatch(/^The passage you chose:/);
	});

	it('is short from the second question on, and shows something else each time', () => {
		const second = answerTo('One?', 'Two?');
		expect(second).toContain('> Two?');
		expect(second.length).toBeLessThan(answerTo('One?').length / 2);
		expect(answerTo('One?', 'Two?', 'Two?')).not.toBe(second);
	});

	it('goes at a pace a person reads at: 25 to 45 tokens a second', () => {
		const parts = [...demoAnswer([{ role: 'user', content: 'How fast are you?' }])];
		const tokens = parts.filter((part) => 'token' in part).length;
		const seconds = parts.reduce((sum, part) => sum + ('wait' in part ? part.wait : 0), 0) / 1000;
		expect(tokens / seconds).toBeGreaterThan(25);
		expect(tokens / seconds).toBeLessThan(45);
	});
});

describe('demo-fast', () => {
	const textOf = (parameters: string[], asked = {}) =>
		[...fastAnswer(parameters, { maxTokens: null, seed: null, ...asked })].map((part) =>
			'token' in part ? part.token : '',
		);

	it('gives as many tokens of four characters as asked for', () => {
		const tokens = textOf([], { maxTokens: 16_000 });
		expect(tokens).toHaveLength(16_000);
		expect(new Set(tokens.map((token) => token.length))).toEqual(new Set([4]));
	});

	it('is the same for the same seed only, whether in the name or the request', () => {
		expect(textOf(['500', '7'])).toEqual(textOf([], { maxTokens: 500, seed: 7 }));
		expect(textOf(['500', '7'])).not.toEqual(textOf(['500', '8']));
	});

	it('mixes all that Markdown has', () => {
		const text = textOf(['8000']).join('');
		for (const piece of ['\n## ', '\n- ', '\n1. ', '| --- |', '```js', '\n> ', '$$', '**', '](https://']) {
			expect(text).toContain(piece);
		}
	});
});
