import { GIVE_UP, type PdfPiece, type PdfRefusal } from '../../../utils/run/pdf-channel.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';

/** Why the PDF of a tab could not be fetched. */
export class PdfFetchError extends Error {
	readonly why: PdfRefusal;
	constructor(why: PdfRefusal) {
		super(`The PDF was not fetched: ${why}`);
		this.name = 'PdfFetchError';
		this.why = why;
	}
}

export interface PdfFetching {
	/** Ends the fetching, which then rejects with the signal's reason. */
	signal: AbortSignal;
	maxBytes: number;
	/** Hears how much of it has come, from 0 to 1; null where the server does not tell how large it is. */
	onShare: (share: number | null) => void;
}

/** What has come of a PDF so far. A background that dies is followed by one that begins anew. */
interface Received {
	pieces: Uint8Array<ArrayBuffer>[];
	size: number;
}

/**
 * Fetches the PDF that a tab shows, by the background: a page of the extension connects nowhere.
 *
 * @throws {PdfFetchError}
 */
export async function fetchPdf(
	client: Pick<RunClient, 'request'>,
	address: string,
	{ signal, maxBytes, onShare }: PdfFetching,
): Promise<Uint8Array<ArrayBuffer>> {
	signal.throwIfAborted();
	const name = `pdf ${crypto.randomUUID()}`;
	const channel = new BroadcastChannel(name);
	const got: Received = { pieces: [], size: 0 };
	const giveUp = (): void => channel.postMessage(GIVE_UP);
	let look = (): void => undefined;
	channel.onmessage = ({ data }: MessageEvent<PdfPiece>) => {
		if (data.at === 0) Object.assign(got, { pieces: [], size: 0 });
		got.pieces.push(data.bytes);
		got.size += data.bytes.length;
		onShare(data.total === null ? null : Math.min(1, got.size / data.total));
		look();
	};
	signal.addEventListener('abort', giveUp);
	window.addEventListener('pagehide', giveUp);
	try {
		const reply = await client.request({ type: 'fetch-pdf', address, channel: name, maxBytes });
		signal.throwIfAborted();
		if (reply?.type !== 'fetch-pdf') throw new PdfFetchError('unreachable');
		const { result } = reply;
		if (!result.ok) throw new PdfFetchError(result.why);
		// The channel and the port do not wait for each other.
		await new Promise<void>((resolve) => {
			look = () => got.size >= result.size && resolve();
			look();
		});
		return joined(got);
	} finally {
		signal.removeEventListener('abort', giveUp);
		window.removeEventListener('pagehide', giveUp);
		channel.close();
	}
}

function joined({ pieces, size }: Received): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
