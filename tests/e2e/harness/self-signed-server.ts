import { generateKeyPairSync, sign } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type Listening, listen } from './listen.ts';

/** One value in DER (ITU-T X.690): its tag, its length, and its bytes. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
	const body = Buffer.concat(parts);
	const { length } = body;
	const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const time = (text: string): Buffer => der(0x17, Buffer.from(text));
/** A number that is written as a BIT STRING or an INTEGER begins with a byte of its own here. */
const ZERO = hex('00');

/** `ecdsa-with-SHA256`, 1.2.840.10045.4.3.2. */
const ALGORITHM = sequence(der(0x06, hex('2a8648ce3d040302')));
/** `CN=Lockchat test`. */
const NAME = sequence(der(0x31, sequence(der(0x06, hex('550403')), der(0x0c, Buffer.from('Lockchat test')))));
/** The only address that the certificate is for: 127.0.0.1, as a `subjectAltName`. */
const EXTENSIONS = der(
	0xa3,
	sequence(sequence(der(0x06, hex('551d11')), der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))),
);

/** A key and a certificate that it has signed itself, made anew each time (RFC 5280, 4.1). */
function selfSigned(): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const certificate = sequence(
		der(0xa0, der(0x02, hex('02'))),
		der(0x02, hex('01')),
		ALGORITHM,
		NAME,
		sequence(time('200101000000Z'), time('491231235959Z')),
		NAME,
		publicKey.export({ type: 'spki', format: 'der' }),
		EXTENSIONS,
	);
	const signature = sign('sha256', certificate, privateKey);
	const whole = sequence(certificate, ALGORITHM, der(0x03, ZERO, signature));
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
	};
}

/** An https server on this computer whose certificate no browser trusts. */
export async function startSelfSigned(answer: RequestListener): Promise<Listening> {
	const { url, close } = await listen(createServer(selfSigned(), answer));
	return { url: url.replace('http:', 'https:'), close };
}
