const PARTS = [
	(n: number) => `## Part ${n}: what happens next\n\n`,
	(n: number) =>
		`The **worker** reads \`chunk ${n}\` and passes it on; see [the notes](https://example.org/notes/${n}) for *why* this is so. It takes a moment, then another, and in the end every byte is where it should be.\n\n`,
	() =>
		'Some prose without any marks in it follows, because most answers are mostly prose, sentence after sentence, with a thought here and a comma there, until the paragraph ends.\n\n',
	(n: number) =>
		`- first point of ${n}\n- second point with **weight**\n  - nested, with \`code\`\n- third\n- fourth and last\n\n`,
	(n: number) =>
		`\`\`\`ts\nexport function step${n}(input: string): number {\n\tconst parts = input.split(',');\n\t// count what is left\n\treturn parts.filter((part) => part !== '').length;\n}\n\`\`\`\n\n`,
	(n: number) => `1. Open the file.\n2. Change line ${n}.\n3. Save it, and look.\n\n`,
	() => '> A quotation of two lines, which somebody said\n> and somebody else wrote down.\n\n',
	(n: number) =>
		`| Name | Value | Note |\n| --- | ---: | --- |\n| alpha | ${n} | first |\n| beta | ${n * 2} | *second* |\n| gamma | ${n * 3} | third |\n\n`,
	(n: number) =>
		`A price is $5, a formula is $x_${n} + y^2$, and ~~nothing~~ something is left at https://example.org/${n} for all.\n\n---\n\n`,
];

/** Mixed Markdown of exactly `length` characters: the same every time. */
export function sampleText(length: number): string {
	let text = '';
	for (let n = 0; text.length < length; n += 1) text += PARTS[n % PARTS.length]?.(n) ?? '';
	return text.slice(0, length);
}
