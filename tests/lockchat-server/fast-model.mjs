// @ts-check
import { seededRandom } from './seeded-random.mjs';

/** @import { Asked, Part } from './types.ts' */

const TOKEN_LENGTH = 4;
const DEFAULT_TOKENS = 2000;
const WORDS =
	'stream token answer window worker buffer frame block render server socket reader signal ответ поток окно'.split(
		' ',
	);

/** @param {() => number} random */
function writer(random) {
	/** @param {number} count */
	const below = (count) => Math.floor(random() * count);
	const word = () => WORDS[below(WORDS.length)];
	/** @param {number} count */
	const words = (count) => Array.from({ length: count }, word).join(' ');
	/** @template T @param {number} count @param {(index: number) => T} make */
	const rows = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('\n');

	const sentence = () => `${words(4)} **${words(2)}** ${words(5)}, \`${word()}\` and *${words(3)}*. `;
	const blocks = [
		() => sentence() + sentence() + sentence(),
		() => sentence() + sentence(),
		() => `${'#'.repeat(2 + below(3))} ${words(4)}`,
		() => rows(3 + below(5), () => `- ${words(6)} [${word()}](https://example.com/${word()})`),
		() => rows(3 + below(4), (index) => `${index + 1}. ${words(7)}`),
		() =>
			`| ${word()} | ${word()} | n |\n| --- | :-: | --: |\n${rows(3 + below(5), () => `| ${words(2)} | ${word()} | ${below(1000)} |`)}`,
		() =>
			`\`\`\`js\n${rows(4 + below(9), (index) => `const value${index} = ${word()}(${below(100)}); // ${words(3)}`)}\n\`\`\``,
		() => `> ${words(12)}\n> ${words(9)}`,
		() => `$$\nx_{${below(9)}} = \\frac{${below(99)}}{\\sqrt{${1 + below(99)}}}\n$$`,
	];
	return () => `${blocks[below(blocks.length)]?.()}\n\n`;
}

/**
 * Mixed Markdown in tokens of four characters, the same for the same seed, as fast as they are taken.
 * `demo-fast:16000:7` is 16,000 tokens from seed 7; else `max_tokens` and `seed` of the request decide.
 * @param {string[]} parameters tokens, seed
 * @param {Pick<Asked, 'maxTokens' | 'seed'>} asked
 * @returns {Generator<Part>}
 */
export function* fastAnswer([tokens, seed], asked) {
	const count = Number(tokens ?? asked.maxTokens ?? DEFAULT_TOKENS);
	const writeBlock = writer(seededRandom(Number(seed ?? asked.seed ?? 1)));
	let text = '';
	for (let index = 0; index < count; index += 1) {
		while (text.length < TOKEN_LENGTH) text += writeBlock();
		yield { token: text.slice(0, TOKEN_LENGTH) };
		text = text.slice(TOKEN_LENGTH);
	}
}
