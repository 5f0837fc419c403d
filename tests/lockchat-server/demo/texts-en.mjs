// @ts-check
/** @import { DemoTexts } from './demo-texts.ts' */

/** @type {DemoTexts} */
export const english = {
	asked: 'You asked:',
	quoted: 'The passage you chose:',
	intro:
		'I am **not a language model**. I am a small program that comes with Lockchat, so that you can see an answer stream before you connect a model of your own.',
	again: 'Still the demonstration, still **no language model**. Here is another thing an answer can hold.',
	wishes: {
		explain: ({ wordCount, sentenceCount, longestWord }) =>
			`A model would explain it now. I can only measure it:\n\n| Measure | Value |\n| :-- | --: |\n| Words | ${wordCount} |\n| Sentences | ${sentenceCount} |\n| Longest word | ${longestWord} |`,
		summarize: ({ firstSentence, frequentWords }) =>
			`A model would put it in a few sentences. I can only give its first one,\n\n> ${firstSentence}\n\nand the words it leans on: ${frequentWords.map((word) => `*${word}*`).join(', ')}.`,
		translate: ({ wordCount, isCyrillic }) =>
			`A model would translate these ${wordCount} words now. I know no language; all I can tell is that the letters are ${isCyrillic ? 'Cyrillic' : 'Latin, or at least not Cyrillic'}.`,
	},
	tour: '## What an answer can hold',
	list: '- **Lists**, also\n  1. numbered,\n  2. nested,\n- [x] with things done\n- [ ] and things to do.',
	table:
		'| Where | What for |\n| :-- | :-- |\n| Toolbar popup | a quick question |\n| Side panel | a talk beside the page |\n| Selected text | *Explain*, *Summarize*, *Translate* |',
	code: '```js\n// Code is coloured when its block is complete.\nexport async function* words(stream) {\n\tfor await (const text of stream) {\n\t\tyield* text.split(/\\s+/);\n\t}\n}\n```',
	math: 'Formulas, in a line such as $e^{i\\pi} + 1 = 0$, or on their own:\n\n$$\n\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}\n$$',
	quote:
		'> A quotation stands back a little,\n> and a [link](https://developer.mozilla.org/) shows where it leads.',
	connect:
		'## Connect a real model\n\nOpen **Settings**, choose **Add server**, and give it the address of\n\n1. **Ollama**: `http://127.0.0.1:11434`. Start it with `OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*`, or it refuses extensions.\n2. **LM Studio**: `http://127.0.0.1:1234`, with its local server running.\n3. **OpenAI**: `https://api.openai.com`, and an API key of yours.\n\nThen press **Test connection**.',
	connectAgain: 'To talk to a real model, open **Settings** and connect Ollama, LM Studio or an OpenAI key.',
};
