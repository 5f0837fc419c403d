/**
 * How much each model reads at once: as its server tells it, else as the user has typed it. What is typed stands apart
 * from what servers have told, since a server's next list takes the place of the one before.
 */
import * as v from 'valibot';
import type { Endpoint } from '../providers/endpoint.ts';
import { type AllKnownModels, allKnownModels, knownModelsOf } from './known-models.ts';
import { isSameChoice, type ModelChoice } from './picked-models.ts';
import { defineSettingsItem, exclusively } from './settings-item.ts';

/** The bounds of what can be typed, in tokens. */
export const CONTEXT_RANGE = { min: 1, max: 100_000_000 };
const MOST_MODELS = 500;
const LONGEST_NAME = 300;

interface TypedLimit extends ModelChoice {
	tokens: number;
}

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME));
const typedLimit = v.object({
	endpointId: name,
	model: name,
	tokens: v.pipe(v.number(), v.integer(), v.minValue(CONTEXT_RANGE.min), v.maxValue(CONTEXT_RANGE.max)),
});

/** Those that are whole, as many as there can be. */
function readLimits(given: readonly unknown[]): TypedLimit[] {
	const read: TypedLimit[] = [];
	for (const entry of given) {
		const { success, output } = v.safeParse(typedLimit, entry);
		if (success && read.push(output) === MOST_MODELS) break;
	}
	return read;
}

/** What was typed, the latest first. */
const typed = defineSettingsItem<TypedLimit[]>({
	key: 'local:contextLimits',
	fallback: [],
	schema: v.pipe(
		v.array(v.unknown()),
		v.transform((entries) => readLimits(entries)),
	),
});

export interface ContextLimit {
	tokens: number;
	/** True if the server tells it, so that nothing needs to be typed. */
	isTold: boolean;
}

/** All that was typed, the latest first. */
export const typedLimits = (): Promise<TypedLimit[]> => typed.getValue();

/**
 * Takes on limits as an import brings them, also in place of others that were typed here; what is no limit is left out.
 * @returns how many are new or changed.
 */
export async function addContextLimits(more: readonly unknown[]): Promise<number> {
	const given = readLimits(more);
	let changed = 0;
	await exclusively('contextLimits', async () => {
		const here = await typed.getValue();
		const isHere = (one: TypedLimit) =>
			here.some((other) => isSameChoice(one, other) && one.tokens === other.tokens);
		const fresh = given.filter(
			(one, place) => !isHere(one) && given.findIndex((other) => isSameChoice(one, other)) === place,
		);
		changed = fresh.length;
		if (changed === 0) return;
		const others = here.filter((other) => !fresh.some((one) => isSameChoice(one, other)));
		await typed.setValue([...fresh, ...others].slice(0, MOST_MODELS));
	});
	return changed;
}

/** Stores what the user has typed of a model; null forgets it. */
export async function setContextLimit(choice: ModelChoice, tokens: number | null): Promise<void> {
	await exclusively('contextLimits', async () => {
		const { endpointId, model } = choice;
		const others = (await typed.getValue()).filter((one) => !isSameChoice(one, choice));
		const next = tokens === null ? others : [{ endpointId, model, tokens }, ...others];
		await typed.setValue(next.slice(0, MOST_MODELS));
	});
}

/**
 * Calls the listener with what a model reads at once, now and at each change; null where neither its server nor the user
 * has told it. Returns a function that ends the watch.
 */
export function watchContextLimit(
	endpoint: Endpoint,
	model: string,
	listener: (limit: ContextLimit | null) => void,
): () => void {
	let isOver = false;
	const read = async () => {
		const [all, limits] = await Promise.all([allKnownModels.getValue(), typed.getValue()]);
		const told = toldOf(all, endpoint, model);
		const own = limits.find((one) => isSameChoice(one, { endpointId: endpoint.id, model }))?.tokens;
		const tokens = told ?? own;
		if (!isOver) listener(tokens === undefined ? null : { tokens, isTold: told !== undefined });
	};
	const unwatch = [allKnownModels.watch(read), typed.watch(read)];
	void read();
	return () => {
		isOver = true;
		for (const stop of unwatch) stop();
	};
}

/** What a model reads at once, in tokens, as it is known now; null where neither its server nor the user has told it. */
export function readContextLimit(endpoint: Endpoint, model: string): Promise<number | null> {
	return new Promise((resolve) => {
		const unwatch = watchContextLimit(endpoint, model, (limit) => {
			unwatch();
			resolve(limit?.tokens ?? null);
		});
	});
}

function toldOf(all: AllKnownModels, endpoint: Endpoint, model: string): number | undefined {
	return knownModelsOf(all, endpoint).find(({ id }) => id === model)?.contextTokens;
}
