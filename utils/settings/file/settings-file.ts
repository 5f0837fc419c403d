import * as v from 'valibot';
import { isExtra } from '../../providers/parameters.ts';
import { type SealedSecrets, sealedSecrets } from './sealed-secrets.ts';

/** The file that settings are exported to: one JSON document. */
export const SETTINGS_FILE_VERSION = 1;
/** The largest file that is read, in bytes. Thousands of servers take far less. */
export const MAX_SETTINGS_BYTES = 10_000_000;

export interface SettingsFile {
	lockchat: 'settings';
	/** This number grows when an older Lockchat could no longer read the file. */
	version: number;
	/** A date and time in ISO 8601. */
	exportedAt: string;
	/** The endpoints as they are stored, with the names of their own headers, and without any secret. */
	endpoints: readonly unknown[];
	preferences: Readonly<Record<string, unknown>>;
	/** The models that the user likes; left out where there are none. */
	favourites?: readonly unknown[];
	/** How much models read at once, as far as the user has typed it; left out where nothing is typed. */
	contextLimits?: readonly unknown[];
	/** The user's own actions, which were called prompts at first; left out where there are none. */
	prompts?: readonly unknown[];
	/** How pages look and how answers sound, as far as the user has chosen it; left out where nothing is chosen. */
	appearance?: Readonly<Record<string, unknown>>;
	speech?: Readonly<Record<string, unknown>>;
	/** Keys and values of headers, under a passphrase. */
	secrets?: SealedSecrets;
}

/**
 * What is wrong with the file:
 * - `unreadable`: the browser could not read it, as when it was moved after it was chosen.
 * - `too-large`: it has more than `MAX_SETTINGS_BYTES`.
 * - `not-json`: it is not a JSON document, or one that was cut off.
 * - `not-settings`: it is JSON, but not a file of exported settings.
 * - `newer-version`: a newer Lockchat wrote it.
 * - `passphrase`: its secrets are whole, and another passphrase opens them.
 * - `secrets-damaged`: its secrets are no longer what was written; the rest can be imported.
 * - `secrets-unknown`: its secrets are locked in a way that this version does not know; the rest can be imported.
 */
export type SettingsFileProblem =
	| 'unreadable'
	| 'too-large'
	| 'not-json'
	| 'not-settings'
	| 'newer-version'
	| 'passphrase'
	| 'secrets-damaged'
	| 'secrets-unknown';

export class SettingsFileError extends Error {
	override readonly name = 'SettingsFileError';
	readonly code: SettingsFileProblem;

	constructor(code: SettingsFileProblem) {
		super(`The file of settings cannot be taken: ${code}`);
		this.code = code;
	}
}

/** A file as far as it could be understood; its parts are not checked yet. */
export interface ReadSettingsFile {
	/** Null where the file has no list of endpoints. */
	endpoints: readonly unknown[] | null;
	/** Null where the file has no object of preferences. */
	preferences: Readonly<Record<string, unknown>> | null;
	/** Left out where the file has no list of them. */
	favourites?: readonly unknown[];
	contextLimits?: readonly unknown[];
	prompts?: readonly unknown[];
	/** Left out where the file has no object of them. */
	appearance?: Readonly<Record<string, unknown>>;
	speech?: Readonly<Record<string, unknown>>;
	/** `damaged` and `unknown` as the problems of these names. */
	secrets: SealedSecrets | 'damaged' | 'unknown' | null;
}

const head = v.looseObject({
	lockchat: v.literal('settings'),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const methods = v.looseObject({ kdf: v.literal('PBKDF2-SHA-256'), cipher: v.literal('AES-256-GCM') });

/** Reads a file of settings generously: a part that is missing or broken is told of, the others are taken. */
export async function readSettingsFile(file: Blob): Promise<ReadSettingsFile> {
	if (file.size > MAX_SETTINGS_BYTES) throw new SettingsFileError('too-large');
	const document = parse(await textOf(file));
	const known = v.safeParse(head, document);
	if (!known.success || !isExtra(document)) throw new SettingsFileError('not-settings');
	if (known.output.version > SETTINGS_FILE_VERSION) throw new SettingsFileError('newer-version');
	const { endpoints, preferences, favourites, contextLimits, prompts, appearance, speech, secrets } =
		known.output;
	return {
		endpoints: Array.isArray(endpoints) ? endpoints : null,
		preferences: isRecord(preferences) ? preferences : null,
		...(Array.isArray(favourites) && { favourites }),
		...(Array.isArray(contextLimits) && { contextLimits }),
		...(Array.isArray(prompts) && { prompts }),
		...(isRecord(appearance) && { appearance }),
		...(isRecord(speech) && { speech }),
		secrets: readSecrets(secrets),
	};
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readSecrets(secrets: unknown): ReadSettingsFile['secrets'] {
	if (secrets === undefined || secrets === null) return null;
	const read = v.safeParse(sealedSecrets, secrets);
	if (read.success) return read.output;
	return isRecord(secrets) && 'kdf' in secrets && !v.is(methods, secrets) ? 'unknown' : 'damaged';
}

async function textOf(file: Blob): Promise<string> {
	try {
		return await file.text();
	} catch {
		throw new SettingsFileError('unreadable');
	}
}

/** Parses JSON without fields named `__proto__`, which would change what an object inherits as soon as it is copied. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text, (name, value) => (name === '__proto__' ? undefined : value));
	} catch {
		throw new SettingsFileError('not-json');
	}
}
