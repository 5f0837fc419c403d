import { GIVE_UP, type PdfFetched, type PdfPiece, type PdfRefusal } from '../pdf-channel.ts';
import type { Command } from '../protocol.ts';
import type { KeepAlive } from './keep-alive.ts';

/** The longest wait for the next bytes, in milliseconds. */
const STALL_MS = 30_000;

type Wanted = Extract<Command, { type: 'fetch-pdf' }>;

class Refusal extends Error {
	readonly why: PdfRefusal;
	constructor(why: PdfRefusal) {
		super(`The PDF was not fetched: ${why}`);
		this.why = why;
	}
}

/**
 * Fetches a PDF as the tab that shows it did, with the site's cookies, and sends its bytes over the channel. A server that
 * leads elsewhere, or answers with something else than a PDF, is read no further. Never rejects.
 */
export async function fetchPdf(command: Wanted, keepAlive: KeepAlive): Promise<PdfFetched> {
	const release = keepAlive.hold();
	const channel = new BroadcastChannel(command.channel);
	const controller = new AbortController();
	const giveUp = (why: PdfRefusal): void => controller.abort(new Refusal(why));
	channel.onmessage = ({ data }) => data === GIVE_UP && giveUp('given-up');
	let timer: ReturnType<typeof setTimeout> | undefined;
	const wait = (): void => {
		clearTimeout(timer);
		timer = setTimeout(giveUp, STALL_MS, 'unreachable');
	};
	const post = (piece: PdfPiece): void => {
		wait();
		channel.postMessage(piece);
	};
	try {
		wait();
		return { ok: true, size: await send(command, controller.signal, post) };
	} catch (error) {
		console.info('A PDF was not fetched.', error);
		return { ok: false, why: error instanceof Refusal ? error.why : 'unreachable' };
	} finally {
		clearTimeout(timer);
		controller.abort();
		channel.close();
		release();
	}
}

async function send(
	{ address, maxBytes }: Wanted,
	signal: AbortSignal,
	post: (piece: PdfPiece) => void,
): Promise<number> {
	if (!/^https?:/.test(address)) throw new Refusal('unreachable');
	const response = await fetch(address, { signal, credentials: 'include', redirect: 'error' });
	const { body, headers } = response;
	if (!response.ok || !body) throw new Refusal('refused');
	const length = Number(headers.get('content-length'));
	// The header counts the bytes that travel. Of a compressed body they are fewer than the PDF has.
	const total = length > 0 && !headers.has('content-encoding') ? length : null;
	if (total !== null && total > maxBytes) throw new Refusal('too-large');
	let size = 0;
	for (const reader = body.getReader(); ; ) {
		const { done, value } = await reader.read();
		if (done) return size;
		if (size === 0 && !isPdf(headers.get('content-type'), value)) throw new Refusal('refused');
		if (size + value.length > maxBytes) throw new Refusal('too-large');
		post({ at: size, bytes: value, total });
		size += value.length;
	}
}

/** By its type, or by its first bytes where a server gives it as a download of any kind. */
function isPdf(type: string | null, start: Uint8Array): boolean {
	return (
		/^application\/(?:x-)?pdf\b/i.test(type ?? '') ||
		new TextDecoder().decode(start.subarray(0, 5)) === '%PDF-'
	);
}
