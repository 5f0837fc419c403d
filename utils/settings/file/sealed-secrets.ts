import * as v from 'valibot';

/** How often PBKDF2 with SHA-256 is to be repeated, as OWASP advises (Password Storage Cheat Sheet). */
const ITERATIONS = 600_000;
/** The most repetitions that a file may ask for: more would keep a window busy for minutes. */
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
/** The length of the initialization vector that AES-GCM is meant to be used with (NIST SP 800-38D, 5.2.1.1). */
const IV_BYTES = 12;

/** Secrets that are locked under a passphrase. Byte strings are in Base64. */
export interface SealedSecrets {
	kdf: 'PBKDF2-SHA-256';
	iterations: number;
	salt: string;
	cipher: 'AES-256-GCM';
	iv: string;
	data: string;
	/**
	 * SHA-256 over the other fields. It protects nothing. It tells a damaged file from a wrong passphrase, which
	 * AES-GCM alone cannot do.
	 */
	checksum: string;
}

const base64 = v.pipe(v.string(), v.base64());

export const sealedSecrets: v.GenericSchema<unknown, SealedSecrets> = v.looseObject({
	kdf: v.literal('PBKDF2-SHA-256'),
	iterations: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_ITERATIONS)),
	salt: base64,
	cipher: v.literal('AES-256-GCM'),
	iv: base64,
	data: base64,
	checksum: base64,
});

function toBase64(bytes: Uint8Array): string {
	// In steps, because a call takes only so many arguments.
	let text = '';
	for (let at = 0; at < bytes.length; at += 8_192)
		text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
	return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

async function checksumOf({ iterations, salt, iv, data }: Omit<SealedSecrets, 'checksum'>): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', encode([iterations, salt, iv, data].join('.')));
	return toBase64(new Uint8Array(digest));
}

/**
 * The key that a passphrase makes. The passphrase is normalized first, since the same accent can be typed as one
 * character or as two.
 */
async function keyOf(
	passphrase: string,
	salt: Uint8Array<ArrayBuffer>,
	iterations: number,
): Promise<CryptoKey> {
	const typed = encode(passphrase.normalize('NFKC'));
	const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
		material,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt'],
	);
}

/** Locks a text under a passphrase. The passphrase itself is stored nowhere. */
export async function sealSecrets(text: string, passphrase: string): Promise<SealedSecrets> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const key = await keyOf(passphrase, salt, ITERATIONS);
	const data = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encode(text)));
	const sealed = {
		kdf: 'PBKDF2-SHA-256',
		iterations: ITERATIONS,
		salt: toBase64(salt),
		cipher: 'AES-256-GCM',
		iv: toBase64(iv),
		data: toBase64(data),
	} as const;
	return { ...sealed, checksum: await checksumOf(sealed) };
}

/** The text that was locked, or why it cannot be opened: the file was damaged, or its passphrase is another one. */
export async function openSecrets(
	sealed: SealedSecrets,
	passphrase: string,
): Promise<{ ok: true; text: string } | { ok: false; problem: 'passphrase' | 'secrets-damaged' }> {
	if ((await checksumOf(sealed)) !== sealed.checksum) return { ok: false, problem: 'secrets-damaged' };
	const key = await keyOf(passphrase, fromBase64(sealed.salt), sealed.iterations);
	try {
		const iv = fromBase64(sealed.iv);
		const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, fromBase64(sealed.data));
		return { ok: true, text: new TextDecoder().decode(data) };
	} catch {
		return { ok: false, problem: 'passphrase' };
	}
}
