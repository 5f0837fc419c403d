import * as v from 'valibot';
import type { Endpoint } from '../lockchat/types.ts';
import { defineSettingsItem } from './settings-item.ts';

const endpoint = v.looseObject({
	id: v.pipe(v.string(), v.minLength(1)),
	name: v.fallback(v.string(), ''),
	url: v.fallback(v.string(), ''),
	models: v.pipe(
		v.fallback(v.array(v.unknown()), []),
		v.transform((models) => models.filter((model) => typeof model === 'string')),
	),
	supportsStream: v.fallback(v.boolean(), true),
	needsAuth: v.fallback(v.boolean(), false),
	headers: v.exactOptional(v.fallback(v.record(v.string(), v.string()), {})),
	isResumable: v.exactOptional(v.fallback(v.boolean(), false)),
});

/** An endpoint that lost its id gets one from its place in the list, the same at every reading. */
function withId(entry: unknown, index: number): unknown {
	const isObject = typeof entry === 'object' && entry !== null;
	if (!isObject || ('id' in entry && typeof entry.id === 'string' && entry.id !== '')) return entry;
	return { ...entry, id: `recovered-${index}` };
}

/**
 * A list of endpoints from anywhere: storage, an imported file. Broken fields become their defaults, fields this
 * version does not know stay, entries that are no objects go, and so does a second endpoint of one id.
 */
const endpointsSchema = v.pipe(
	v.array(v.unknown()),
	v.transform((entries): Endpoint[] => {
		const read = new Map<string, Endpoint>();
		for (const [index, entry] of entries.entries()) {
			const result = v.safeParse(endpoint, withId(entry, index));
			if (result.success && !read.has(result.output.id)) read.set(result.output.id, result.output);
		}
		return [...read.values()];
	}),
);

/** The servers the user set up, in his order; none at install. */
export const endpoints = defineSettingsItem<Endpoint[]>({
	key: 'local:endpoints',
	fallback: [],
	schema: endpointsSchema,
});

export async function findEndpoint(id: string): Promise<Endpoint | undefined> {
	return (await endpoints.getValue()).find((endpoint) => endpoint.id === id);
}

/** Puts each in the place of the stored one with its id, or at the end. The others stay as they are. */
export async function saveEndpoints(changed: readonly Endpoint[]): Promise<void> {
	const byId = new Map((await endpoints.getValue()).map((endpoint) => [endpoint.id, endpoint]));
	for (const endpoint of changed) byId.set(endpoint.id, endpoint);
	await endpoints.setValue([...byId.values()]);
}

export async function removeEndpoints(ids: readonly string[]): Promise<void> {
	const stored = await endpoints.getValue();
	await endpoints.setValue(stored.filter((endpoint) => !ids.includes(endpoint.id)));
}
