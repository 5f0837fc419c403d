import { createBrowserProvider } from './browser-provider.ts';
import type { Endpoint } from './endpoint.ts';
import { type AskModel, askOwnModel } from './language-model.ts';
import type { Provider } from './provider.ts';
import { createServerProvider, type ServerWorld } from './server-provider.ts';

/** What providers need of the browser. */
export interface ProviderWorld extends ServerWorld {
	/** Asks the browser's own model where this context has none. When it is left out, this context's own model is asked. */
	askModel?: AskModel;
}

type Providers = { [Kind in Endpoint['kind']]: Provider<Extract<Endpoint, { kind: Kind }>> };
export type ProviderOf = (endpoint: Endpoint) => Provider;

/** One provider for each kind of endpoint in `endpoint-kinds.ts`. */
export function createProviders(world: ProviderWorld): ProviderOf {
	const providers: Providers = {
		server: createServerProvider(world),
		browser: createBrowserProvider(world.askModel ?? askOwnModel),
	};
	return ({ kind }) => providers[kind];
}
