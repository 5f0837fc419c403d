import type { Endpoint } from '../lockchat/types.ts';
import { endpointsSchema } from './endpoint-schema.ts';
import { defineSettingsItem } from './settings-item.ts';

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
