/** Finds the servers that run on this computer by the ports that they usually have. */
import type { Failure } from '../../../utils/lockchat/failure.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { type PresetId, presetOf } from '../../../utils/settings/presets.ts';
import type { ConnectionClient } from '../draft/test-connection.ts';
import type { ServerFacts } from '../presets/preset-input.ts';

/** Where to look, and which servers are usually there, the likeliest first. */
const PLACES: readonly [url: string, servers: readonly [PresetId, ...PresetId[]]][] = [
	['http://127.0.0.1:11434', ['ollama']],
	['http://127.0.0.1:1234', ['lm_studio']],
	['http://127.0.0.1:8080', ['llama_cpp', 'localai', 'g4f']],
	['http://127.0.0.1:8080/api', ['open_webui']],
	['http://127.0.0.1:3000/api', ['open_webui']],
	['http://127.0.0.1:8000', ['vllm']],
	['http://127.0.0.1:1337/v1', ['jan', 'g4f']],
	['http://127.0.0.1:5001', ['koboldcpp']],
	['http://127.0.0.1:4000', ['litellm']],
	['http://127.0.0.1:8976', ['local']],
];

/**
 * Names of models that only one kind of server has: KoboldCpp's prefix, files of llama.cpp, LocalAI's own models,
 * providers of g4f.
 */
const MARKS: readonly [name: RegExp, server: PresetId][] = [
	[/^koboldcpp\//, 'koboldcpp'],
	[/\.gguf$|-gguf(:|$)/i, 'llama_cpp'],
	[/^(stablediffusion|jina-reranker-v1-base-en)$/, 'localai'],
	[/^(PollinationsAI|DeepInfra|OpenaiChat|HuggingChat)$/, 'g4f'],
];

/** How a server is called whose host and port are all that is known: by its own name where only one is usually there. */
export function serverLabel(host: string): string {
	const server = URL.canParse(`http://${host}`) ? usualServer(`http://${host}`) : null;
	return (server && presetOf(server).name) ?? host;
}

export interface FoundServer {
	url: string;
	port: string;
	/** The kind of server; null if its answer does not tell which of several it is. */
	server: PresetId | null;
	/** How many models the server lists; null if it lists them only to those who have a key. */
	models: number | null;
}

export interface ServerSearch {
	/** How many places are looked at, and how many of them are done. */
	places: number;
	looked: number;
	/** The servers found so far, in the order of the places. */
	found: readonly FoundServer[];
	/** The address of the first place that the browser keeps the extension from. */
	blocked: string | null;
}

/** The one server that is usually at an address; null where several share its port. */
export function usualServer(url: string): PresetId | null {
	const { port } = new URL(url);
	const servers = PLACES.filter((place) => new URL(place[0]).port === port).flatMap(([, there]) => there);
	const [only, ...others] = servers;
	return only !== undefined && others.length === 0 ? only : null;
}

type Answer = { ok: true; models: readonly string[] } | { ok: false; failure: Failure };

function whichOf(servers: readonly PresetId[], answer: Answer): PresetId | null {
	const [only, ...others] = servers;
	if (others.length === 0) return only ?? null;
	if (!answer.ok) {
		// Of the servers that share this port, only Jan cannot be started without a key.
		return servers.includes('jan') && answer.failure.code === 'unauthorized' ? 'jan' : null;
	}
	const isThere = ([name, server]: (typeof MARKS)[number]) =>
		servers.includes(server) && answer.models.some((model) => name.test(model));
	return MARKS.find(isThere)?.[1] ?? null;
}

/** What was found at a place; null if nothing has answered there that could be asked. */
function foundAt([url, servers]: (typeof PLACES)[number], answer: Answer): FoundServer | null {
	// The server is there. What it wants can be mended when it is connected, and the failure is told then.
	const isRefused = !answer.ok && answer.failure.code === 'forbidden-origin';
	const wantsKey = !answer.ok && answer.failure.code === 'unauthorized';
	if (!answer.ok && !isRefused && !wantsKey) return null;
	const models = answer.ok ? answer.models.length : isRefused ? 0 : null;
	return { url, port: new URL(url).port, server: whichOf(servers, answer), models };
}

/**
 * Keeps one server for each port, since two places with one port are one server. A bare port stands before its path,
 * and wins.
 */
function oncePerPort(found: readonly (FoundServer | null)[]): FoundServer[] {
	const there = found.filter((server) => server !== null);
	return there.filter(({ port }, index) => there.findIndex((other) => other.port === port) === index);
}

/**
 * Asks all places at once for their models, without any key. `onProgress` is told of each answer as it comes, so that
 * what was found can be used before the slowest place has answered.
 */
export async function findServers(
	client: Pick<ConnectionClient, 'listModels'>,
	onProgress: (search: ServerSearch) => void,
): Promise<ServerSearch> {
	const found: (FoundServer | null)[] = PLACES.map(() => null);
	const hidden = PLACES.map(() => false);
	let search: ServerSearch = { places: PLACES.length, looked: 0, found: [], blocked: null };
	onProgress(search);
	const looks = PLACES.map(async (place, index) => {
		const answer = await client.listModels(serverAt(place[0]));
		found[index] = foundAt(place, answer);
		hidden[index] = !answer.ok && answer.failure.code === 'permission-needed';
		const blocked = PLACES[hidden.indexOf(true)]?.[0] ?? null;
		search = { ...search, looked: search.looked + 1, found: oncePerPort(found), blocked };
		onProgress(search);
	});
	await Promise.all(looks);
	return search;
}

/** What is known of a found server, with the address at which it was found. */
export function factsOfFound({ url, server }: FoundServer): ServerFacts {
	return server ? { ...presetOf(server), url } : { url, models: [] };
}
