import { type AttackKind, type Attacks, CANARY } from './bait.ts';
import { characters } from './kinds/characters.ts';
import { entities } from './kinds/entities.ts';
import { fences } from './kinds/fences.ts';
import { fetches } from './kinds/fetches.ts';
import { handlers } from './kinds/handlers.ts';
import { huge } from './kinds/huge.ts';
import { injections } from './kinds/injections.ts';
import { liars } from './kinds/liars.ts';
import { schemes } from './kinds/schemes.ts';
import { scripts } from './kinds/scripts.ts';
import { styles } from './kinds/styles.ts';
import { tex } from './kinds/tex.ts';
import { unclosed } from './kinds/unclosed.ts';
import { vectors } from './kinds/vectors.ts';

export interface Attack {
	kind: string;
	/** A description in words, unique within its kind. */
	name: string;
	text: string;
}

/** Kinds whose texts can stand one after another without changing each other. */
const TOGETHER = {
	scripts,
	handlers,
	schemes,
	fetches,
	vectors,
	styles,
	liars,
	tex,
	fences,
	characters,
	entities,
	injections,
} satisfies Record<string, AttackKind>;

export interface Corpus {
	/** Texts that may follow one another in one answer. */
	together: readonly Attack[];
	/** Texts that swallow what follows, so that each stands at the end of an answer. */
	unclosed: readonly Attack[];
	/** Texts that are each an answer of their own. */
	huge: readonly Attack[];
}

/** @param origin of the server that watches for leaks: `http://127.0.0.1:4711` */
export function corpus(origin: string): Corpus {
	const bait = { url: `${origin}/leak`, script: `${CANARY}=1` };
	const list = (kinds: Record<string, AttackKind>) =>
		Object.entries(kinds).flatMap(([kind, attacks]) => withKind(kind, attacks(bait)));
	return {
		together: list(TOGETHER),
		unclosed: list({ unclosed }),
		huge: list({ huge }),
	};
}

function withKind(kind: string, attacks: Attacks): Attack[] {
	return Object.entries(attacks).map(([name, text]) => ({ kind, name, text }));
}
