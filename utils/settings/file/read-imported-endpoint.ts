import * as v from 'valibot';
import { isHeaderName } from '../../lockchat/address/endpoint-access.ts';
import { type Endpoint, isKnownKind, storedEndpoint } from '../../providers/endpoint.ts';
import type { ServerEndpoint } from '../../providers/server-endpoint.ts';
import { headerNameProblem } from '../input/header-input.ts';
import { parseServerUrl } from '../input/server-url.ts';
import { type ReportLine, reportLine } from './import-report.ts';
import { isRecord } from './settings-file.ts';

/** The longest entry, in characters of JSON: it has room for thousands of models' names. */
const LONGEST_ENTRY = 1_000_000;
const LONGEST_NAME = 1_000;
const LONGEST_ADDRESS = 10_000;
const MOST_MODELS = 5_000;
const MOST_HIDDEN = 100;
/**
 * The ids that are taken from a file. Ids become names of items in the storage, where a name with a space stands for
 * the headers of a server, so an id must not be mistakable for anything else.
 */
const PLAIN_ID = /^[\w.-]{1,100}$/;

export type ImportedEntry =
	/** `hidden`: what was left out of the file, by the names. */
	| { type: 'known'; endpoint: ServerEndpoint; fileId: string; hidden: string[] }
	/** A kind of which a browser has one at most. */
	| { type: 'single'; endpoint: Endpoint }
	| { type: 'newer'; entry: Record<string, unknown> & { kind: string }; name: string }
	| { type: 'refused'; line: ReportLine };

/** An id that is safe to store under; undefined where a new one must be made. */
function plainId(id: string): string | undefined {
	return PLAIN_ID.test(id) && !(id in {}) ? id : undefined;
}

function nameOf(entry: unknown): string {
	if (!isRecord(entry)) return '';
	const { name, url } = entry;
	return typeof name === 'string' && name !== '' ? name : typeof url === 'string' ? url : '';
}

/** The names of those headers that can be sent, without their values: a file keeps the values under its passphrase. */
function headerNames({ headers = {} }: ServerEndpoint): string[] {
	const rows = Object.keys(headers).map((name) => ({ id: name, name, value: '-' }));
	return rows
		.filter((row) => isHeaderName(row.name) && !headerNameProblem(row, rows))
		.map(({ name }) => name);
}

function namesIn(hidden: unknown): string[] {
	const names = Array.isArray(hidden) ? hidden.filter((name) => typeof name === 'string') : [];
	return [...new Set(names)].slice(0, MOST_HIDDEN);
}

/** An entry of the file's list, repaired and within bounds, or why it cannot be taken. */
export function readImportedEndpoint(entry: unknown): ImportedEntry {
	const name = nameOf(entry);
	const refuse = (deed: ReportLine['deed']): ImportedEntry => ({
		type: 'refused',
		line: reportLine(deed, name),
	});
	if (!isRecord(entry) || JSON.stringify(entry).length > LONGEST_ENTRY) return refuse('endpoint-unreadable');
	const { kind = 'server', id, hidden, ...rest } = entry;
	if (typeof kind !== 'string') return refuse('endpoint-unreadable');
	if (!isKnownKind(kind)) return { type: 'newer', entry: { ...entry, kind }, name: name || kind };
	const fileId = typeof id === 'string' ? id : '';
	const read = v.safeParse(storedEndpoint, { ...rest, kind, id: plainId(fileId) ?? crypto.randomUUID() });
	if (!read.success) return refuse('endpoint-unreadable');
	if (read.output.kind !== 'server') return { type: 'single', endpoint: read.output };
	const { headers: _values, ...endpoint } = read.output;
	const url = parseServerUrl(endpoint.url);
	if (!url.ok || url.url.length > LONGEST_ADDRESS) return refuse('endpoint-address');
	const headers = headerNames(read.output);
	return {
		type: 'known',
		fileId,
		hidden: namesIn(hidden),
		endpoint: {
			...endpoint,
			name: endpoint.name.slice(0, LONGEST_NAME) || new URL(url.url).host,
			url: url.url,
			models: [...new Set(endpoint.models)]
				.filter(({ length }) => length <= LONGEST_NAME)
				.slice(0, MOST_MODELS),
			...(headers.length > 0 && { headers: Object.fromEntries(headers.map((header) => [header, ''])) }),
		},
	};
}
