import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThinkSplitter } from '../../../utils/lockchat/body/think-splitter.ts';

function split(pieces: readonly string[]) {
	const splitter = createThinkSplitter();
	const passages = [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.flush()];
	const said = { text: '', reasoning: '' };
	for (const passage of passages) {
		if (passage.type === 'retype') {
			said.reasoning += said.text;
			said.text = '';
		} else said[passage.type] += passage.text;
	}
	return said;
}

/** Bits that make tags, and what looks like them. */
const bits = fc.array(fc.constantFrom('<', '<think>', '</think>', 'think', '>', '</', ' ', '\n', 'a', '🌍'), {
	maxLength: 12,
});

describe('the splitter of <think> tags', () => {
	it('case 22: tells the same, however its input is cut', () => {
		fc.assert(
			fc.property(bits, (bits) => {
				const whole = bits.join('');
				expect(split([...whole])).toEqual(split([whole]));
				expect(split(bits)).toEqual(split([whole]));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('case 22: loses nothing but the tags that it has understood', () => {
		fc.assert(
			fc.property(bits, (bits) => {
				const whole = bits.join('');
				const { text, reasoning } = split(bits);
				const lost = whole.length - text.length - reasoning.length;
				// Each tag, with the blanks in it, is understood or is not.
				const tags = whole.match(/<\/?think\s*>/g) ?? [];
				const sums = new Set([0]);
				for (const { length } of tags) for (const sum of [...sums]) sums.add(sum + length);
				expect([...sums]).toContain(lost);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('takes a tag with blanks in it for a tag', () => {
		expect(split(['<think >So.', '</think\n>Paris.'])).toEqual({ text: 'Paris.', reasoning: 'So.' });
	});

	it.each([
		['in a line of its own', 'So Paris.\n</think>\n\nParis is it.', 'So Paris.\n\n\n', 'Paris is it.'],
		['right behind a word', 'So Paris</think>Paris is it.', 'So Paris', 'Paris is it.'],
		['at the very start', '</think>Answer', '', 'Answer'],
		['behind a sentence and a blank', 'So Paris. </think>\nParis is it.', 'So Paris. \n', 'Paris is it.'],
		['behind code', '`a`\n```\nb\n```\n</think>\nc', '`a`\n```\nb\n```\n\n', 'c'],
		['behind a code span that never ends', 'one ` tick\n\nSo.</think>c', 'one ` tick\n\nSo.', 'c'],
		['of another spelling', 'plan\n</seed:think>Answer', 'plan\n', 'Answer'],
		['in capitals', 'plan[/THINK]Answer', 'plan', 'Answer'],
		['at the very end', 'Only a thought.\n</think>', 'Only a thought.\n', ''],
	])('case 71: makes reasoning of what stood before a lone closing tag %s', (_, whole, reasoning, text) => {
		expect(split([whole])).toEqual({ text, reasoning });
		expect(split([...whole])).toEqual({ text, reasoning });
	});

	it.each([
		['between words', 'The tag </think> closes a thought.'],
		['at the end of a line that speaks of it', 'A thought ends with </think>\nThen comes more.'],
		['before a full stop', 'It ends with </think>.'],
		['in quotation marks', 'The string "</think>" ends it.'],
		['in a code span', 'Write `</think>` there.'],
		['in a fence', 'So:\n```html\nplan\n</think>\n```\nDone.'],
		['in a fence of tildes', 'So:\n~~~\nplan\n</think>\n~~~\nDone.'],
		['behind its opening tag', 'Write <think>\nplan\n</think>\nthen more.'],
		['that is cut off', 'plan\n</thin'],
	])('case 71: leaves a closing tag %s as it is', (_, whole) => {
		expect(split([whole])).toEqual({ text: whole, reasoning: '' });
		expect(split([...whole])).toEqual({ text: whole, reasoning: '' });
	});

	it.each([
		...['think', 'thinking', 'thought', 'reasoning', 'reflection', 'seed:think', 'THINK'].map((name) => [
			`<${name}>`,
			`</${name}>`,
		]),
		['[THINK]', '[/THINK]'],
		['<|begin_of_thought|>', '<|end_of_thought|>'],
		['◁think▷', '◁/think▷'],
		['<|START_THINKING|>', '<|END_THINKING|>'],
		['[THINKING]', '[/THINKING]'],
		['[REASONING]', '[/REASONING]'],
		['<|think|>', '<|/think|>'],
		['<|think_start|>', '<|think_end|>'],
		['<unused94>thought', '<unused95>'],
		['<longcat_think>', '</longcat_think>'],
		['<antThinking>', '</antThinking>'],
		['<chain_of_thought>', '</chain_of_thought>'],
		['<inner_monologue>', '</inner_monologue>'],
		['<think>', '</think><answer>'],
		['<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'],
		['<|channel|>analysis<|message|>', '<|start|>assistant<|channel|>final<|message|>'],
		['<|channel|>analysis<|message|>', '<|channel|>final<|message|>'],
		['<|begin_of_thought|>', '<|end_of_thought|>\n<|begin_of_solution|>'],
	])('case 72: reads %s … %s as reasoning', (open, close) => {
		const whole = `${open}plan${close}Answer`;
		for (const pieces of [[whole], [...whole]]) {
			const { text, reasoning } = split(pieces);
			expect([text, reasoning.trimEnd()]).toEqual(['Answer', 'plan']);
		}
	});

	it.each([
		['<|channel|>final<|message|>', '<|return|>'],
		['<|begin_of_solution|>', '<|end_of_solution|>'],
	])('case 72: takes %s … %s off an answer', (open, close) => {
		for (const end of [close, '']) {
			expect(split([...`${open}Answer${end}`])).toEqual({ text: 'Answer', reasoning: '' });
		}
	});

	it.each([
		['<think type="deep" budget="9">', '</think>'],
		['<thinking id=1>', '</thinking\n>'],
		['<reasoning>', '</think>'],
		['<think>', '</reasoning>'],
		['<think><think>', '</think></think>'],
		['<think>\n<think>', '</think>'],
		['<thinking>\n<think>', '</think>\n</thinking>'],
		['<think>', '</think>\n</think>'],
		['<details type="reasoning">', '</details>'],
		['<details type="reasoning">\n<summary>Thought for <b>5</b>s</summary>', '</details>'],
		[
			'<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>',
			'</details>\n',
		],
	])('case 217: reads %s … %s as reasoning, wherever it is cut', (open, close) => {
		const whole = `${open}plan${close}Answer`;
		const halves = [...whole].map((_, at) => [whole.slice(0, at), whole.slice(at)]);
		for (const pieces of [[whole], [...whole], ...halves]) {
			const { text, reasoning } = split(pieces);
			expect([text, reasoning.trim()]).toEqual(['Answer', 'plan']);
		}
	});

	it.each([
		['The user wants <reason>why</reason> tags.', '\n\n<verdict>yes</verdict>'],
		['<reasoning>first</reasoning>\nmore thoughts\n', '\nAnswer'],
	])('case 217: a tag that a thought opens and closes ends nothing: %s', (thought, answer) => {
		const whole = `<think>${thought}</think>${answer}`;
		for (const pieces of [[whole], [...whole]]) {
			const { text, reasoning } = split(pieces);
			expect([text, reasoning.trim()]).toEqual([answer.trim(), thought.trim()]);
		}
	});

	it.each(['use `foo`', 'use ```js\nx\n```'])(
		'case 217: code that ends before the closing tag is no quotation of it: %s',
		(thought) => {
			const whole = `<think>${thought}</think>\`bar\` is the answer`;
			for (const pieces of [[whole], [...whole]])
				expect(split(pieces)).toEqual({ text: '`bar` is the answer', reasoning: thought });
		},
	);

	it('case 217: goes on thinking behind a closing tag that a thought has in code', () => {
		const whole = '<think>It ends by `</think>`. Now so.</think>Answer';
		for (const pieces of [[whole], [...whole]]) {
			expect(split(pieces)).toEqual({ text: 'Answer', reasoning: 'It ends by `</think>`. Now so.' });
		}
	});

	it.each([
		'```xml\n<think type="x">plan</think>\n```\nAnswer',
		'~~~\n<details type="reasoning">\nplan\n</details>\n~~~\nAnswer',
		'`<think>` opens, `</think>` closes.',
		'<details>\n<summary>More</summary>\nplan\n</details>\nAnswer',
		'<details type="tool_calls">\nplan\n</details>',
		'<think about it',
		'<think about it> and go',
		'<thinker type="x">plan</thinker>',
		`<think a="${'x'.repeat(300)}`,
	])('case 217: leaves what is code or another tag: %s', (whole) => {
		for (const pieces of [[whole], [...whole]]) {
			expect(split(pieces)).toEqual({ text: whole, reasoning: '' });
		}
	});

	it('case 72: leaves brackets and marks that open no reasoning', () => {
		for (const whole of [
			'<answer>42</answer>',
			'[THIS] one',
			'<b>bold</b>',
			'<|im_start|>a',
			'[',
			'◁ left',
		]) {
			expect(split([...whole])).toEqual({ text: whole, reasoning: '' });
		}
	});

	it('holds nothing back once the answer has begun', () => {
		const splitter = createThinkSplitter();
		expect(splitter.push('a')).toEqual([{ type: 'text', text: 'a' }]);
		expect(splitter.push('<think')).toEqual([{ type: 'text', text: '<think' }]);
	});
});
