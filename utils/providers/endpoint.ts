/** Who can be asked, without the code that asks: it is light enough for windows, which only show the endpoints. */
import * as v from 'valibot';
import type { HostKind } from '../lockchat/address/host-kind.ts';
import type { BrowserModelEndpoint } from './browser-endpoint.ts';
import { ENDPOINT_KINDS } from './endpoint-kinds.ts';
import type { ServerEndpoint } from './server-endpoint.ts';

/** What answers questions, as the user set it up: one type for each kind. */
export type Endpoint = ServerEndpoint | BrowserModelEndpoint;

/** What an endpoint of any kind has. */
export interface AnyEndpoint {
	kind: string;
	id: string;
	name: string;
	models: string[];
	quirks?: Quirks;
}

/**
 * What an endpoint's models were found to need, by the model's name: an open record of named quirks, as JSON. A quirk
 * that this version does not know is kept.
 */
export type Quirks = Record<string, Record<string, unknown>>;

/** Where an endpoint's words go. */
export interface Destination {
	/** The place as a person knows it: a server's host and port. */
	host: string;
	/** All that is known of the place, for a person who wants to know exactly: a server's whole address. */
	address: string;
	/** The kind of place; `browser` means that the words do not leave the browser. */
	place: HostKind | 'browser';
	/**
	 * The origin for which the browser must be asked for a permission, like `http://127.0.0.1:8976`; null where none
	 * is needed.
	 */
	origin: string | null;
}

/** What the project knows of one kind of endpoint, besides how to ask it. */
export interface EndpointKind<E extends AnyEndpoint> {
	/** Reads what is stored: broken fields become their defaults, and fields this version does not know stay. */
	stored: v.GenericSchema<unknown, E>;
	/** Reads what a port hands over: what is not exactly right is refused. */
	sent: v.GenericSchema<unknown, E>;
	/**
	 * False while nothing says whom to ask, so that no chat begins with it. A wrong address counts as set up: asking
	 * tells the user what is wrong.
	 */
	isSetUp(endpoint: E): boolean;
	/** Where the words go; null where the endpoint names no place, or none that can be asked. */
	whereTo(endpoint: E): Destination | null;
}

export type EndpointKinds = { [Kind in Endpoint['kind']]: EndpointKind<Extract<Endpoint, { kind: Kind }>> };

/** Where an endpoint's words go. Everything that shows this, or asks for a permission for it, takes it from here. */
export function whereTo(endpoint: Endpoint): Destination | null {
	const kind: EndpointKind<Endpoint> = ENDPOINT_KINDS[endpoint.kind];
	return kind.whereTo(endpoint);
}

/** Whether a chat may begin with this endpoint, as far as the endpoint itself is concerned. */
export function isSetUp(endpoint: Endpoint): boolean {
	const kind: EndpointKind<Endpoint> = ENDPOINT_KINDS[endpoint.kind];
	return kind.isSetUp(endpoint);
}

/** False for a kind that only a newer version knows. */
export function isKnownKind(kind: string): kind is Endpoint['kind'] {
	return Object.hasOwn(ENDPOINT_KINDS, kind);
}

function schemaOf(input: unknown, use: 'stored' | 'sent'): v.GenericSchema<unknown, Endpoint> {
	const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
	return typeof kind === 'string' && isKnownKind(kind) ? ENDPOINT_KINDS[kind][use] : v.never();
}

/** An endpoint of any known kind from storage, with broken fields repaired; `kind` itself must be right. */
export const storedEndpoint: v.GenericSchema<unknown, Endpoint> = v.lazy((input) =>
	schemaOf(input, 'stored'),
);

/** An endpoint of any known kind from a port. Unknown fields are dropped. */
export const sentEndpoint: v.GenericSchema<unknown, Endpoint> = v.lazy((input) => schemaOf(input, 'sent'));
