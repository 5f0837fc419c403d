import { isAddressOf, withSecretsOf } from '../../lockchat/address/hidden-secrets.ts';
import { type Endpoint, whereTo } from '../../providers/endpoint.ts';
import type { ServerEndpoint } from '../../providers/server-endpoint.ts';
import type { StoredEndpoint } from '../endpoints.ts';
import { type ReportLine, reportLine } from './import-report.ts';
import { readImportedEndpoint } from './read-imported-endpoint.ts';

const MOST_ENDPOINTS = 1_000;

export interface MergedEndpoints {
	all: StoredEndpoint[];
	/** The endpoint here that each endpoint of the file became, by its id in the file. */
	byFileId: ReadonlyMap<string, ServerEndpoint>;
	/** The names of what looks like a key and was left out of the file, by the same ids. */
	hidden: ReadonlyMap<string, readonly string[]>;
	lines: ReportLine[];
}

function isServer(endpoint: StoredEndpoint): endpoint is ServerEndpoint {
	return endpoint.kind === 'server';
}

const addressOf = (endpoint: Endpoint): string | undefined => whereTo(endpoint)?.address;
const originOf = (endpoint: Endpoint): string | null => whereTo(endpoint)?.origin ?? null;

/**
 * The endpoint that is here, with the file's laid over it: what the file says holds, and what it does not say stays.
 * The key and whether one is needed stay, too. Of the file's headers this takes none: a header is added with its
 * value, when the secrets are merged.
 */
function onto(
	here: ServerEndpoint,
	{ headers: _names, needsAuth: _needs, ...file }: ServerEndpoint,
): ServerEndpoint {
	// What looks like a key is not in the file, and stays here.
	const full = withSecretsOf(file, here);
	return {
		...here,
		...full,
		id: here.id,
		models: [...new Set([...file.models, ...here.models])],
		...((here.quirks || file.quirks) && { quirks: { ...here.quirks, ...file.quirks } }),
	};
}

/**
 * The stored list with a file's list merged in. Two endpoints are the same if they have the same address, or the same
 * id at the same origin. The same id at another origin is a different endpoint: the key that is here must not go to
 * another server.
 *
 * @param taken ids under which secrets are stored: no new endpoint may take one of them.
 */
export function mergeEndpoints(
	stored: readonly StoredEndpoint[],
	imported: readonly unknown[],
	taken: ReadonlySet<string>,
): MergedEndpoints {
	const all = [...stored];
	const byFileId = new Map<string, ServerEndpoint>();
	const hidden = new Map<string, readonly string[]>();
	const lines: ReportLine[] = [];
	const say = (deed: ReportLine['deed'], name: string) => void lines.push(reportLine(deed, name));

	for (const entry of imported.slice(0, MOST_ENDPOINTS)) {
		const read = readImportedEndpoint(entry);
		if (read.type === 'refused') {
			lines.push(read.line);
			continue;
		}
		if (read.type === 'newer') {
			const isHere = all.some((other) => JSON.stringify(other) === JSON.stringify(read.entry));
			if (!isHere) all.push(read.entry);
			say(isHere ? 'endpoint-same' : 'endpoint-newer', read.name);
			continue;
		}
		if (read.type === 'single') {
			const isHere = all.some(({ kind }) => kind === read.endpoint.kind);
			if (!isHere) all.push(read.endpoint);
			say(isHere ? 'endpoint-same' : 'endpoint-added', read.endpoint.name);
			continue;
		}
		const { endpoint, fileId } = read;
		hidden.set(fileId, read.hidden);
		const known = all.filter(isServer);
		const same =
			known.find((other) => other.id === endpoint.id && originOf(other) === originOf(endpoint)) ??
			known.find((other) => addressOf(other) === addressOf(endpoint)) ??
			known.find((other) => isAddressOf(endpoint, other));
		if (same) {
			const merged = onto(same, endpoint);
			const isChanged = JSON.stringify(merged) !== JSON.stringify(same);
			all[all.indexOf(same)] = merged;
			byFileId.set(fileId, merged);
			say(isChanged ? 'endpoint-updated' : 'endpoint-same', merged.name);
			continue;
		}
		const isApart = known.some(({ id }) => id === endpoint.id);
		const isTaken = isApart || taken.has(endpoint.id);
		const added = isTaken ? { ...endpoint, id: crypto.randomUUID() } : endpoint;
		all.push(added);
		byFileId.set(fileId, added);
		say(isApart ? 'endpoint-apart' : 'endpoint-added', added.name);
	}
	const left = imported.length - MOST_ENDPOINTS;
	if (left > 0) say('endpoint-many', String(left));
	return { all, byFileId, hidden, lines };
}
