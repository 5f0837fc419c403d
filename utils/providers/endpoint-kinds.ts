import { browserKind } from './browser-endpoint.ts';
import type { EndpointKinds } from './endpoint.ts';
import { serverKind } from './server-endpoint.ts';

/** The kinds of endpoint that this version knows. `create-providers.ts` says how each of them is asked. */
export const ENDPOINT_KINDS: EndpointKinds = { server: serverKind, browser: browserKind };
