/**
 * What opens and closes reasoning inside a content, as open models write it. The tags stand here in lower case; they
 * are found in any case.
 */
export interface TagPair {
	open: string;
	/** The closing tags, which are removed. The first is the proper one; models mix up the others with it. */
	closes: readonly string[];
	/** Closing tags that are meant only where no tag of their name was opened in the reasoning. */
	closesUnopened?: readonly string[];
	/** What ends the reasoning too, but stays in the text to be read again, since it opens what follows. */
	ends?: readonly string[];
	/** Whether models of this kind are also run with the opening tag in their prompt, so that only the closing one comes. */
	isOpenedInPrompt: boolean;
}

/**
 * XML-like names: DeepSeek, Qwen and most others; Claude's imitators; Gemini and EXAONE; Reflection; Seed; MiniMax;
 * Hunyuan; Doubao; LongCat; what fine-tuned models and prompts ask for.
 */
const NAMES = [
	'think',
	'thinking',
	'thought',
	'thoughts',
	'reason',
	'reasoning',
	'reflection',
	'scratchpad',
	'seed:think',
	'mm:think',
	'think:opensource',
	'think_never_used_51bce0c785ca2f68081bfa7d91973934',
	'longcat_think',
	'antthinking',
	'cot',
	'chain_of_thought',
	'inner_thoughts',
	'inner_monologue',
	'internal_monologue',
	'internal_thoughts',
	'thinking_process',
	'thought_process',
	'reasoning_process',
	'self-reflection',
];
/** Names that some prompts ask for. They are also those of other things, so that a closing tag alone says nothing. */
const RARE_NAMES = ['analysis', 'internal_reasoning', 'reasoning_content', 'deep_thinking', 'ponder'];

/** Names that models begin with the one and end with the other. */
const MIXED = ['think', 'thinking', 'thought', 'thoughts'];
/** Models mix these up with those, too, but a thought can also speak of a tag of such a name. */
const ALSO_MIXED = ['reason', 'reasoning'];

const closing = (names: readonly string[]): string[] => names.map((name) => `</${name}>`);
const without = (name: string, names: readonly string[]) => names.filter((other) => other !== name);

function namedPair(name: string): TagPair {
	const isMixed = MIXED.includes(name);
	const mixed = isMixed ? ALSO_MIXED : ALSO_MIXED.includes(name) ? [...MIXED, ...ALSO_MIXED] : [];
	return {
		open: `<${name}>`,
		closes: closing([name, ...(isMixed ? without(name, MIXED) : [])]),
		closesUnopened: closing(without(name, mixed)),
		isOpenedInPrompt: !RARE_NAMES.includes(name),
	};
}

const pair = (open: string, close: string, isOpenedInPrompt = true): TagPair => ({
	open: open.toLowerCase(),
	closes: [close.toLowerCase()],
	isOpenedInPrompt,
});

/**
 * Harmony, the format of gpt-oss, where a server does not read it: channels between special tokens. A model that leaves
 * out `<|end|>` begins the next message.
 */
const HARMONY: readonly TagPair[] = ['analysis', 'commentary'].flatMap((channel) =>
	['', '<|start|>assistant'].map((start) => ({
		open: `${start}<|channel|>${channel}<|message|>`,
		closes: ['<|end|>'],
		ends: ['<|start|>', '<|channel|>'],
		isOpenedInPrompt: false,
	})),
);

export const TAG_PAIRS: readonly TagPair[] = [
	...[...NAMES, ...RARE_NAMES].map(namedPair),
	// Open WebUI, which has a summary in front of it.
	{ open: '<details type="reasoning">', closes: ['</details>'], isOpenedInPrompt: false },
	...['THINK', 'THINKING', 'REASONING'].map((name) => pair(`[${name}]`, `[/${name}]`)),
	...['think', 'thought', 'reasoning'].map((name) => pair(`<|${name}|>`, `<|/${name}|>`)),
	pair('<|think_start|>', '<|think_end|>'),
	pair('<|begin_of_think|>', '<|end_of_think|>'),
	// MedGemma.
	pair('<unused94>thought', '<unused95>'),
	pair('◁think▷', '◁/think▷'),
	pair('<|begin_of_thought|>', '<|end_of_thought|>'),
	pair('<|start_of_thought|>', '<|end_of_thought|>'),
	pair('<|START_THINKING|>', '<|END_THINKING|>'),
	pair('<|thinking|>', '<|/thinking|>'),
	// Apertus.
	pair('<|inner_prefix|>', '<|inner_suffix|>'),
	pair('<|channel>thought', '<channel|>'),
	...HARMONY,
];

/** Special tokens around the answer itself, which are not part of its words. The closing token may be missing. */
export const ANSWER_PAIRS: readonly { open: string; close: string }[] = [
	{ open: '<|channel|>final<|message|>', close: '<|return|>' },
	{ open: '<|start|>assistant<|channel|>final<|message|>', close: '<|return|>' },
	{ open: '<|begin_of_solution|>', close: '<|end_of_solution|>' },
	{ open: '<|start_response|>', close: '<|end_response|>' },
	{ open: '<|start_text|>', close: '<|end_text|>' },
	// GLM's models that see pictures.
	{ open: '<|begin_of_box|>', close: '<|end_of_box|>' },
];

/** The same around an answer that follows reasoning: Hunyuan, Marco. At the start of any other answer they are words. */
export const ANSWER_PAIRS_AFTER_REASONING: typeof ANSWER_PAIRS = [
	...ANSWER_PAIRS,
	...['answer', 'output', 'response', 'final_answer'].map((name) => ({
		open: `<${name}>`,
		close: `</${name}>`,
	})),
];

export type TagMatch = { type: 'whole'; tag: string; length: number } | { type: 'part' } | null;

/** What may stand in front of the `>` of an XML-like tag: blanks, or attributes. */
const ATTRIBUTES = /^\s+(?:[\w:-]+=[^<>]*)?>/;
const ATTRIBUTES_BEGIN = /^\s+(?:[\w:-]+(?:=[^<>]*)?)?$/;
const LONGEST_ATTRIBUTES = 200;

/**
 * Which of `tags` stands in `text` at `at`, and how long it is with its attributes. The type is `part` where `text` ends in
 * the middle of what may become a tag.
 */
export function matchTag(text: string, at: number, tags: readonly string[]): TagMatch {
	for (const tag of tags) {
		const found = text.slice(at, at + tag.length).toLowerCase();
		if (found === tag) return { type: 'whole', tag, length: tag.length };
		if (at + tag.length > text.length && tag.startsWith(found)) return { type: 'part' };
		if (!tag.endsWith('>') || !found.startsWith(tag.slice(0, -1))) continue;
		const start = at + tag.length - 1;
		const rest = text.slice(start, start + LONGEST_ATTRIBUTES);
		const [attributes] = ATTRIBUTES.exec(rest) ?? [];
		if (attributes) return { type: 'whole', tag, length: tag.length - 1 + attributes.length };
		if (rest.length < LONGEST_ATTRIBUTES && ATTRIBUTES_BEGIN.test(rest)) return { type: 'part' };
	}
	return null;
}
