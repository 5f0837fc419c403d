import * as v from 'valibot';
import { MAX_ID_LENGTH, MAX_SHORT_TEXT_LENGTH } from '../chat/limits.ts';
import { isKeepable } from '../chat/unknown-fields.ts';
import { hostKind } from '../lockchat/address/host-kind.ts';
import { parseAddress } from '../lockchat/address/parse-address.ts';
import type { Endpoint as AskedServer, Parameters } from '../lockchat/types.ts';
import type { EndpointKind, Quirks } from './endpoint.ts';
import { sentParameters, storedParameters } from './parameters.ts';

/** A Lockchat server: what the client must know of it, and what is remembered of it besides. */
export interface ServerEndpoint extends AskedServer {
	kind: 'server';
	quirks?: Quirks;
	/** The parameters for every question to this server, unless a chat has its own. */
	parameters?: Parameters;
}

const MOST_MODELS = 5_000;
const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_LENGTH));

export const serverKind: EndpointKind<ServerEndpoint> = {
	stored: v.looseObject({
		kind: v.literal('server'),
		id: v.pipe(v.string(), v.minLength(1)),
		name: v.fallback(v.string(), ''),
		url: v.fallback(v.string(), ''),
		models: v.pipe(
			v.fallback(v.array(v.unknown()), []),
			v.transform((models) => models.filter((model) => typeof model === 'string')),
		),
		supportsStream: v.fallback(v.boolean(), true),
		needsAuth: v.fallback(v.boolean(), false),
		base: v.exactOptional(v.fallback(v.string(), '')),
		headers: v.exactOptional(v.fallback(v.record(v.string(), v.string()), {})),
		isResumable: v.exactOptional(v.fallback(v.boolean(), false)),
		parameters: v.exactOptional(v.fallback(storedParameters, {})),
		quirks: v.exactOptional(
			v.fallback(v.record(v.string(), v.fallback(v.record(v.string(), v.unknown()), {})), {}),
		),
	}),
	sent: v.object({
		kind: v.literal('server'),
		id: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH)),
		name: shortText,
		url: shortText,
		models: v.pipe(v.array(shortText), v.maxLength(MOST_MODELS)),
		supportsStream: v.boolean(),
		needsAuth: v.boolean(),
		base: v.exactOptional(shortText),
		headers: v.exactOptional(v.record(shortText, shortText)),
		isResumable: v.exactOptional(v.boolean()),
		parameters: v.exactOptional(sentParameters),
		quirks: v.exactOptional(
			v.pipe(
				v.record(shortText, v.record(shortText, v.unknown())),
				v.check((quirks) => isKeepable(quirks)),
			),
		),
	}),
	isSetUp: ({ url }) => url !== '',
	whereTo({ url: address }) {
		const parsed = parseAddress(address);
		if (!parsed.ok) return null;
		const { host, hostname, origin } = parsed.url;
		return { host, address, place: hostKind(hostname), origin };
	},
};

/** A server of which nothing but the address is known. It can be asked for its models. */
export function serverAt(url: string): ServerEndpoint {
	return { kind: 'server', id: 'probe', name: '', url, models: [], supportsStream: true, needsAuth: false };
}
