import type { Endpoint } from './endpoint.ts';
import type { Provider } from './provider.ts';
import { createServerProvider, type ServerWorld } from './server-provider.ts';

/** What providers need of the browser. */
export type ProviderWorld = ServerWorld;

type Providers = { [Kind in Endpoint['kind']]: Provider<Extract<Endpoint, { kind: Kind }>> };
export type ProviderOf = (endpoint: Endpoint) => Provider;

/** One provider for each kind of endpoint in `endpoint-kinds.ts`. */
export function createProviders(world: ProviderWorld): ProviderOf {
	const providers: Providers = { server: createServerProvider(world) };
	return ({ kind }) => providers[kind];
}
