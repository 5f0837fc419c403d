import * as v from 'valibot';
import { isHeaderValue } from '../../lockchat/address/endpoint-access.ts';
import { withSecretsOf } from '../../lockchat/address/hidden-secrets.ts';
import { type Endpoint, whereTo } from '../../providers/endpoint.ts';
import type { ServerEndpoint } from '../../providers/server-endpoint.ts';
import { saveEndpoints } from '../endpoints.ts';
import { cleanKey, keyProblem } from '../input/clean-key.ts';
import { headerNameProblem } from '../input/header-input.ts';
import { serverOrigin } from '../input/server-url.ts';
import { keyFor, setKey, storeHeaders, withHeaders } from '../keys.ts';
import { type ReportLine, reportLine } from './import-report.ts';

/**
 * One entry of what is locked under the passphrase. The address says which server the key was given to: nobody else
 * may get it.
 */
export interface SecretsOfEndpoint {
	id: string;
	url: string;
	key?: string;
	/** The values of headers, by the headers' names. */
	headers?: Record<string, string>;
	/** The server's own parameters, where one of them looks like a key. */
	extra?: Readonly<Record<string, unknown>>;
}

const LONGEST_SECRET = 10_000;
const MOST_HEADERS = 100;
const MOST_ENTRIES = 1_000;
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_SECRET));
const entries = v.object({ secrets: v.array(v.unknown()) });
const entry = v.object({
	id: v.string(),
	url: v.string(),
	key: v.exactOptional(v.unknown()),
	headers: v.exactOptional(v.fallback(v.record(v.string(), v.unknown()), {})),
	extra: v.exactOptional(v.fallback(v.record(v.string(), v.unknown()), {})),
});

/** What was locked under the passphrase, as far as it can be read; null where Lockchat has not written it. */
export function readSecrets(text: string): readonly unknown[] | null {
	try {
		return v.parse(entries, JSON.parse(text)).secrets;
	} catch {
		return null;
	}
}

/** Stores a key of the file, unless this endpoint has one: a key of a file replaces no other. */
async function mergeKey({ id, name }: Endpoint, given: unknown): Promise<ReportLine> {
	const key = v.is(secret, given) ? cleanKey(given) : '';
	if (key === '' || keyProblem(key) !== null) return reportLine('key-unreadable', name);
	const here = await keyFor(id);
	if (here !== undefined) return reportLine(here === key ? 'key-same' : 'key-other', name);
	await setKey(id, key);
	return reportLine('key-added', name);
}

/** Adds those headers of the file that have no value here. */
async function mergeHeaders(endpoint: ServerEndpoint, given: Record<string, unknown>) {
	const filled = await withHeaders(endpoint);
	const headers = { ...filled.headers };
	const lines = Object.entries(given)
		.slice(0, MOST_HEADERS)
		.map(([name, value]) => {
			const say = (deed: ReportLine['deed']) => reportLine(deed, name, endpoint.name);
			const row = { id: '', name, value: '-' };
			const isRight = v.is(secret, value) && isHeaderValue(value) && !headerNameProblem(row, [row]);
			if (!isRight) return say('header-unreadable');
			const own = Object.keys(headers).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
			if (headers[own]) return say(headers[own] === value ? 'header-same' : 'header-other');
			headers[own] = value;
			return say('header-added');
		});
	const isChanged = lines.some(({ deed }) => deed === 'header-added');
	return { endpoint: isChanged ? await storeHeaders({ ...endpoint, headers }) : endpoint, isChanged, lines };
}

/** Stores keys and values of headers from the file for the endpoints that they were given to. */
export async function mergeSecrets(
	imported: readonly unknown[],
	byFileId: ReadonlyMap<string, ServerEndpoint>,
): Promise<ReportLine[]> {
	const lines: ReportLine[] = [];
	// One after the other, since each writes the whole record of secrets.
	for (const given of imported.slice(0, MOST_ENTRIES)) {
		const read = v.safeParse(entry, given);
		const endpoint = read.success ? byFileId.get(read.output.id) : undefined;
		if (!read.success || !endpoint) {
			lines.push(reportLine('key-unreadable', read.success ? read.output.url : ''));
			continue;
		}
		const { url, key, headers = {}, extra } = read.output;
		if (serverOrigin(url) === null || serverOrigin(url) !== whereTo(endpoint)?.origin) {
			lines.push(reportLine('key-elsewhere', endpoint.name));
			continue;
		}
		const keyLine = key === undefined ? null : await mergeKey(endpoint, key);
		const full = withSecretsOf(endpoint, { url, ...(extra && { parameters: { extra } }) });
		const isFilled = JSON.stringify(full) !== JSON.stringify(endpoint);
		const merged = await mergeHeaders(full, headers);
		lines.push(...(keyLine ? [keyLine] : []), ...merged.lines);
		const needsAuth = endpoint.needsAuth || keyLine?.deed === 'key-added';
		if (merged.isChanged || isFilled || needsAuth !== endpoint.needsAuth) {
			await saveEndpoints([{ ...merged.endpoint, needsAuth }]);
		}
	}
	return lines;
}
