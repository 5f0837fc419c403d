import { seededRandom } from '../../lockchat-server/seeded-random.mjs';

/** Random choices that are the same each time for the same seed. */
export interface Dice {
	/** A whole number from `low` up to and with `high`. */
	between(low: number, high: number): number;
	/** One of the names. The greater its weight, the likelier it is chosen. */
	pick<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
}

/** The hash FNV-1a, by which texts that differ a little give seeds that differ a lot. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return value >>> 0;
}

function isKeyOf<Name extends string>(record: Readonly<Record<Name, number>>, key: string): key is Name {
	return Object.hasOwn(record, key);
}

/** @param seed any text; the same one gives the same choices */
export function createDice(seed: string): Dice {
	const random = seededRandom(hash(seed));
	return {
		between: (low, high) => low + Math.floor(random() * (high - low + 1)),
		pick(weights) {
			const names = Object.keys(weights).filter((name) => isKeyOf(weights, name));
			let rest = random() * names.reduce((sum, name) => sum + weights[name], 0);
			const chosen = names.find((name) => {
				rest -= weights[name];
				return rest < 0;
			});
			if (chosen === undefined) throw new Error('There is nothing to pick from.');
			return chosen;
		},
	};
}
