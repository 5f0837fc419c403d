import type { measure } from './measure.mjs';

type Measured = ReturnType<typeof measure>;

/** What the demonstration says, in one language. Everything is Markdown. */
export interface DemoTexts {
	asked: string;
	quoted: string;
	intro: string;
	/** In place of the introduction, from the second question on. */
	again: string;
	wishes: Record<'explain' | 'summarize' | 'translate', (passage: Measured) => string>;
	tour: string;
	list: string;
	table: string;
	code: string;
	math: string;
	quote: string;
	connect: string;
	connectAgain: string;
}
