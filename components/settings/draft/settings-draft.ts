/** The draft of the settings page: the stored settings, the user's changes to them, and what is wrong with those. */
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import type {
	EndpointInput,
	EndpointProblems,
	ParsedEndpoint,
} from '../../../utils/settings/input/endpoint-input.ts';
import { parseEndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { foreignOwner } from '../../../utils/settings/input/key-owner.ts';
import { parametersInput } from '../../../utils/settings/input/parameters-input.ts';
import type {
	PreferencesInput,
	PreferencesProblems,
} from '../../../utils/settings/input/preferences-input.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';

/** A server of the list, with its form. */
export interface EndpointRow {
	readonly id: string;
	/** Null until the server has been saved. */
	readonly stored: ServerEndpoint | null;
	readonly saved: EndpointInput;
	readonly input: EndpointInput;
	readonly isDeleted: boolean;
	readonly problems: EndpointProblems;
	/** The server as the last check that succeeded found it. */
	readonly found?: ServerEndpoint;
}

/** An endpoint of the list that has no form. */
export interface OtherRow {
	readonly endpoint: Endpoint;
	readonly isDeleted: boolean;
}

export interface GeneralInput
	extends PreferencesInput,
		Pick<
			Preferences,
			'defaultEndpointId' | 'defaultModel' | 'systemPrompt' | 'titlesByModel' | 'forgetKeysOnClose'
		> {}

export interface GeneralDraft {
	readonly saved: GeneralInput;
	readonly input: GeneralInput;
	readonly problems: PreferencesProblems;
}

/** A server that an organization has set up. */
export interface ManagedRow {
	readonly endpoint: Endpoint;
	/** The user's own key, or an empty text; null if the organization has set a key. */
	readonly apiKey: string | null;
}

export interface SettingsDraft {
	readonly managed: readonly ManagedRow[];
	/** The names of the preferences that an organization has set. */
	readonly locked: readonly string[];
	readonly rows: readonly EndpointRow[];
	/** Endpoints of kinds that have no form here. They can be chosen and deleted, and otherwise stay as they are stored. */
	readonly others: readonly OtherRow[];
	/** The one endpoint that is open for editing. */
	readonly openId: string | null;
	readonly general: GeneralDraft;
}

const EMPTY: EndpointInput = { name: '', url: '', apiKey: '', models: '', headers: [] };

export function newRow(id: string): EndpointRow {
	return { id, stored: null, saved: EMPTY, input: EMPTY, isDeleted: false, problems: {} };
}

export function storedRow(endpoint: ServerEndpoint, apiKey = ''): EndpointRow {
	const { id, name, url, models, needsAuth, parameters } = endpoint;
	const isKeyForgotten = needsAuth && apiKey === '';
	const chosen = parametersInput(parameters);
	const headers = Object.entries(endpoint.headers ?? {}).map(([name, value]) => ({ id: name, name, value }));
	const input = { name, url, apiKey, models: models.join('\n'), headers, isKeyForgotten, ...chosen };
	return { id, stored: endpoint, saved: input, input, isDeleted: false, problems: {} };
}

export function generalDraft(preferences: Preferences): GeneralDraft {
	const { defaultEndpointId, defaultModel, systemPrompt, titlesByModel, forgetKeysOnClose } = preferences;
	const input = {
		defaultEndpointId,
		defaultModel,
		systemPrompt,
		titlesByModel,
		forgetKeysOnClose,
		temperature: String(preferences.temperature ?? ''),
		stallSeconds: String(preferences.stallSeconds),
	};
	return { saved: input, input, problems: {} };
}

function isSameValue(one: unknown, other: unknown): boolean {
	return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

function isSame<T extends object>(one: T, other: T): boolean {
	const entries = Object.entries(one);
	return entries.every(([name, value]) => isSameValue(Reflect.get(other, name), value));
}

/** Whether an endpoint has changed. A new one always has. */
export function isRowChanged(row: EndpointRow): boolean {
	return row.stored === null || row.isDeleted || !isSame(row.saved, row.input);
}

export function isDraftChanged({ rows, others, general }: SettingsDraft): boolean {
	const isOtherDeleted = others.some(({ isDeleted }) => isDeleted);
	return rows.some(isRowChanged) || isOtherDeleted || !isSame(general.saved, general.input);
}

/** Whether both have one address, so that what was found out of one holds for the other. */
export function isSamePlace(one: Endpoint, other: Endpoint): boolean {
	return whereTo(one)?.address === whereTo(other)?.address;
}

function withFound(endpoint: ServerEndpoint, { stored, found }: EndpointRow): ServerEndpoint {
	const { isResumable: _stale, base: _old, ...rest } = endpoint;
	const known = [found, stored].find((server) => server && isSamePlace(server, endpoint));
	return { ...rest, ...(known && foundOf(known)) };
}

interface Found {
	isResumable?: boolean | undefined;
	base?: string | undefined;
}

/** What a check has found out about a server. What it has not found out is left out. */
export function foundOf({ isResumable, base }: Found): Pick<ServerEndpoint, 'isResumable' | 'base'> {
	return { ...(isResumable !== undefined && { isResumable }), ...(base !== undefined && { base }) };
}

/** Whether a key that plainly is another company's would go to this server, and the user has not said that it should. */
function isKeyForeign({ saved, input }: EndpointRow): boolean {
	const isOld = saved.apiKey === input.apiKey && saved.url === input.url;
	return !isOld && input.isKeyMeant !== true && foreignOwner(input.apiKey, input.url) !== null;
}

export function parseRow(row: EndpointRow): ParsedEndpoint {
	const parsed = parseEndpointInput(row.input, row.stored ?? { id: row.id });
	if (isKeyForeign(row)) {
		return { ok: false, problems: { ...(!parsed.ok && parsed.problems), apiKey: 'key-foreign' } };
	}
	return parsed.ok ? { ...parsed, endpoint: withFound(parsed.endpoint, row) } : parsed;
}

/** Whether the user has done something to the key. A save touches the stored key only then. */
export function isKeyChanged({ saved, input }: EndpointRow): boolean {
	return saved.apiKey !== input.apiKey || saved.isKeyForgotten !== input.isKeyForgotten;
}

/** Whether the user has done something to the headers. A save touches the stored headers only then. */
export function areHeadersChanged({ saved, input }: EndpointRow): boolean {
	return !isSameValue(saved.headers, input.headers);
}

/** Changes a row. The problem of a field is removed as soon as something is typed there; those of other fields stay. */
export function editRow(row: EndpointRow, change: Partial<EndpointInput>): EndpointRow {
	const problems = { ...row.problems };
	for (const field of Object.keys(change) as (keyof EndpointInput)[]) delete problems[field];
	const isOther = 'apiKey' in change || 'url' in change;
	if (isOther || 'isKeyMeant' in change) delete problems.apiKey;
	// What the user said of a key holds for that key and that server.
	return { ...row, input: { ...row.input, ...(isOther && { isKeyMeant: false }), ...change }, problems };
}

export function editGeneral(draft: GeneralDraft, change: Partial<GeneralInput>): GeneralDraft {
	const problems = { ...draft.problems };
	for (const field of ['temperature', 'stallSeconds'] as const) {
		if (field in change) delete problems[field];
	}
	return { ...draft, input: { ...draft.input, ...change }, problems };
}

export function mapRow(
	draft: SettingsDraft,
	id: string,
	change: (row: EndpointRow) => EndpointRow,
): SettingsDraft {
	return { ...draft, rows: draft.rows.map((row) => (row.id === id ? change(row) : row)) };
}
