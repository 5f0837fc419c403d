/** Stands in the place of `utils/providers/create-providers.ts` in the build of this folder. */
import type { ProviderWorld } from '../../utils/providers/create-providers.ts';
import { createServerProvider } from '../../utils/providers/server-provider.ts';
import { echoProvider } from './echo.ts';

export function createProviders(world: ProviderWorld) {
	const providers = { server: createServerProvider(world), echo: echoProvider };
	return ({ kind }: { kind: keyof typeof providers }) => providers[kind];
}
