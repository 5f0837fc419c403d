/**
 * What servers have told of their models. It stands apart from the endpoints: a server may list hundreds of models, and
 * the endpoints are read before a window is drawn, and with each question. It is found by the server's address, so that a
 * list can be kept of a server that is still being set up, and one of another address is never taken for it. It is in no
 * export: a server tells it again whenever it is asked.
 */
import * as v from 'valibot';
import { ABILITIES, type ModelDetails } from '../lockchat/types.ts';
import { type Endpoint, whereTo } from '../providers/endpoint.ts';
import { defineSettingsItem, exclusively } from './settings-item.ts';

/** One server's list, in its order. */
interface KnownModels {
	/** Milliseconds since the epoch. */
	readAt: number;
	models: ModelDetails[];
}

const MOST_SERVERS = 50;
/** Of one server, and of all together: about half a megabyte, of the ten that the storage has. */
const MOST_MODELS = 2_000;
const MOST_IN_ALL = 5_000;
const LONGEST_ID = 300;

const amount = v.pipe(v.number(), v.minValue(0));
const details = v.object({
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_ID)),
	contextTokens: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	abilities: v.exactOptional(v.array(v.picklist(ABILITIES))),
	price: v.exactOptional(v.object({ input: amount, output: amount })),
});

/** What is whole of a model; at least its name. Null where there is none. */
function readDetails(given: unknown): ModelDetails[] {
	const whole = v.safeParse(details, given);
	if (whole.success) return [whole.output];
	const named = v.safeParse(v.object({ id: details.entries.id }), given);
	return named.success ? [named.output] : [];
}

const list = v.object({
	readAt: v.fallback(v.number(), 0),
	models: v.pipe(
		v.fallback(v.array(v.unknown()), []),
		v.transform((models) => models.slice(0, MOST_MODELS).flatMap(readDetails)),
	),
});

const stored = defineSettingsItem<Record<string, KnownModels>>({
	key: 'local:knownModels',
	fallback: {},
	schema: v.pipe(
		v.record(v.string(), v.unknown()),
		v.transform((lists) =>
			Object.fromEntries(
				Object.entries(lists).flatMap(([address, given]) => {
					const read = v.safeParse(list, given);
					return read.success ? [[address, read.output]] : [];
				}),
			),
		),
	),
});

const addressOf = (endpoint: Endpoint): string | undefined => whereTo(endpoint)?.address;

/** The latest lists within the bounds, the newest first. */
function bounded(lists: Record<string, KnownModels>): Record<string, KnownModels> {
	const newest = Object.entries(lists).sort(([, one], [, other]) => other.readAt - one.readAt);
	let room = MOST_IN_ALL;
	const kept = newest.slice(0, MOST_SERVERS).filter(([, { models }]) => {
		room -= models.length;
		return room >= 0;
	});
	return Object.fromEntries(kept);
}

function change(next: (lists: Record<string, KnownModels>) => Record<string, KnownModels>): Promise<void> {
	return exclusively('knownModels', async () => stored.setValue(bounded(next(await stored.getValue()))));
}

/** Every list that is known, for `knownModelsOf`. */
export type AllKnownModels = Readonly<Record<string, KnownModels>>;

export const allKnownModels: Pick<typeof stored, 'getValue' | 'watch'> = stored;

/** What is known of an endpoint's models; nothing where it was never asked, or has another address by now. */
export function knownModelsOf(all: AllKnownModels, endpoint: Endpoint): readonly ModelDetails[] {
	const address = addressOf(endpoint);
	return address !== undefined && Object.hasOwn(all, address) ? (all[address]?.models ?? []) : [];
}

interface Watching {
	onChange: (isTold: boolean) => void;
	/** Ends the watch. */
	signal: AbortSignal;
}

/** Calls `onChange` with whether the endpoint's server has told that the model reasons, now and at each change. */
export async function watchReasoning(
	endpoint: Endpoint,
	model: string,
	{ onChange, signal }: Watching,
): Promise<void> {
	const tell = (all: AllKnownModels): void => {
		const details = knownModelsOf(all, endpoint).find(({ id }) => id === model);
		if (!signal.aborted) onChange(details?.abilities?.includes('reasoning') ?? false);
	};
	if (signal.aborted) return;
	signal.addEventListener('abort', stored.watch(tell));
	tell(await stored.getValue());
}

/** Keeps the list that an endpoint has just told, in place of the one before. An empty one is kept by nobody. */
export async function rememberModels(endpoint: Endpoint, models: readonly ModelDetails[]): Promise<void> {
	const address = addressOf(endpoint);
	if (address === undefined || models.length === 0) return;
	const read = { readAt: Date.now(), models: models.slice(0, MOST_MODELS).flatMap(readDetails) };
	await change((lists) => ({ ...lists, [address]: read }));
}

/** Forgets the list of a server that was deleted, unless another endpoint is at the same address. */
export async function forgetModels(deleted: Endpoint, left: readonly Endpoint[]): Promise<void> {
	const address = addressOf(deleted);
	if (address === undefined || left.some((endpoint) => addressOf(endpoint) === address)) return;
	await change(({ [address]: _gone, ...others }) => others);
}
