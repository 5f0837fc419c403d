import { browserKind } from './browser-endpoint.ts';
import type { EndpointKinds } from './endpoint.ts';
import { serverKind } from './server-endpoint.ts';

/** The kinds of endpoint that this version knows; how each is asked stands in `create-providers.ts`. */
export const ENDPOINT_KINDS: EndpointKinds = { server: serverKind, browser: browserKind };
