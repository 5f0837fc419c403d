/** What the parts of the local Lockchat server hand each other. */
import type { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';

/** One thing a model does on the wire. A script is a list of these; it ends the response after the last one. */
export type Step =
	/** The head, once and first; without it 200 `text/event-stream` is sent. */
	| { status: number; headers?: Record<string, string>; body?: string }
	/** Writes these bytes as they are. `text` is the part of the answer in them, for the record. */
	| { write: string | Uint8Array; text?: string }
	/** Writes bytes too; for scripts that come as JSON. */
	| { base64: string; text?: string }
	/** Writes a chunk with this piece of the answer. */
	| { token: string }
	/** Writes the chunk with `finish_reason: "stop"`, and then `[DONE]`. */
	| { done: true }
	/** Milliseconds of silence. */
	| { wait: number }
	/** Silence until the name is released. Each release lets one hold go on, be it one that waits or one that comes later. */
	| { hold: string }
	/** Silence until the client leaves. */
	| { stall: true }
	/** Cuts the connection with a TCP reset. */
	| { reset: true }
	/** Cuts the connection too, but a kept stream goes on. */
	| { drop: true };

/** The same steps for every request, or steps made for each. */
export type Script = readonly Step[] | ((asked: Asked) => Iterable<Step>);

/** What a text model says: pieces and the pauses between them. */
export type Part = { token: string } | { wait: number };

/** What a completion is written to: the client's response, or the buffer before it if the stream is kept. */
export interface Stage extends EventEmitter {
	readonly headersSent: boolean;
	readonly socket: Socket | null;
	writeHead(status: number, headers: Record<string, string>): unknown;
	flushHeaders(): void;
	/** Returns false when the client takes no more for now; the event `drain` says when it does again. */
	write(bytes: string | Uint8Array): boolean;
	end(): unknown;
}

export interface WireMessage {
	role: string;
	content: string;
	/** The addresses of the pictures that came with it. */
	images?: readonly string[];
}

/** A request to a model, with the parts that models use. */
export interface Asked {
	/** Also the completion's id. */
	id: string;
	/** Without the prefix `auth:`. */
	model: string;
	messages: readonly WireMessage[];
	/** The rest of the body as it came. */
	parameters: Readonly<Record<string, unknown>>;
	headers: IncomingHttpHeaders;
	/** Whether the answer shall be streamed: the body says `stream: true`. */
	isStreamed: boolean;
	wantsUsage: boolean;
	maxTokens: number | null;
	seed: number | null;
	/** How often this model has failed at this very conversation since it last answered it. */
	failedAttempts: number;
}

export type Model =
	/** Speaks text: streamed or whole, cut at `max_tokens`, with usage where asked for. */
	| { kind: 'text'; parts: (asked: Asked) => Iterable<Part> }
	/** Writes its bytes, whatever was asked for. */
	| { kind: 'steps'; steps: (asked: Asked) => Iterable<Step> };

/** A model that plays one fault. Parameters follow its name after colons: `case-52:60000`. */
export type CaseSteps = (asked: Asked, parameters: readonly string[]) => Iterable<Step>;

/** A piece of an answer and when it was handed to the socket: milliseconds since the epoch, with fractions. */
interface SentToken {
	text: string;
	at: number;
}

/** What really happened to one request, for tests that lose things on purpose. Times are milliseconds since the epoch. */
export interface RequestRecord {
	readonly id: string;
	readonly model: string;
	readonly messages: readonly WireMessage[];
	/** Keys and cookies redacted. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as it came, without `messages`. */
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly startedAt: number;
	status: number | null;
	readonly tokens: SentToken[];
	/** All tokens joined. */
	readonly sentText: string;
	/** When the client left, if it left before the end. */
	abortedAt: number | null;
	endedAt: number | null;
}

export interface ServerOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** Relays `/v1/*` to this server instead of answering. */
	upstream?: string;
	/** Whether to serve `/__test/*`. Off when people use the server, since any page could read their questions there. */
	hasTestApi?: boolean;
	/** Answers any foreign `Origin` with Ollama's empty 403. */
	refusesForeignOrigins?: boolean;
	/** How many bytes to keep of each stream whose request asks for that; none when left out, as with most servers. */
	keptStreamBytes?: number;
	/** What stands before `/models` and `/chat/completions`: `/v1` when left out. */
	base?: string;
	/** Headers, by their names in lower case, without which every request is refused with 401. */
	requiredHeaders?: Readonly<Record<string, string>>;
}

export interface LockchatServer {
	/** Without a path and without a slash at the end: `http://127.0.0.1:8976`. */
	readonly url: string;
	readonly port: number;
	/** Every request for a completion, oldest first. */
	readonly requests: readonly RequestRecord[];
	/** Registers a model and returns its name, `script:ID`. */
	script(id: string, script: Script): string;
	/** Lets one hold of this name go on. */
	release(name: string): void;
	/** Resolves to the first request that satisfies the condition, be it one that has come or one that will. */
	waitForRequest(isWanted: (request: RequestRecord) => boolean): Promise<RequestRecord>;
	/** Cuts every connection and frees the port. */
	close(): Promise<void>;
}
