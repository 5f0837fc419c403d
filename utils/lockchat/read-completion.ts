import { describeComplaint } from './describe-complaint.ts';
import type { Exchange } from './exchange.ts';
import { LockchatError } from './lockchat-error.ts';
import { readEventStream } from './read-event-stream.ts';
import { readJsonBody } from './read-json-body.ts';
import { type BodyKind, sniffBody } from './sniff-body.ts';
import type { CompletionEvent } from './types.ts';

/** Enough of a page for its title, in UTF-16 code units and milliseconds. */
const PAGE_START = 8_192;
const PAGE_MS = 1_000;

/**
 * The events of a response that claims success, whatever its body turns out to be.
 * Resolves when the body has begun; throws `not-an-api` if it is none of this API's.
 */
export async function readCompletion(exchange: Exchange): Promise<AsyncGenerator<CompletionEvent>> {
	const { start, kind } = await readStart(exchange);
	switch (kind) {
		case 'event-stream':
			return readEventStream(start, exchange);
		case 'json':
			return readJsonBody(start, exchange);
		case 'html':
		case 'text':
		case 'empty': {
			const more = await exchange.body.readUpTo(PAGE_START, PAGE_MS);
			const detail = describeComplaint(start + more, exchange.source.secrets);
			throw new LockchatError('not-an-api', {
				status: exchange.response.status,
				...(detail !== undefined && { detail }),
			});
		}
	}
}

async function readStart({
	response,
	body,
	watch,
	isLocal,
}: Exchange): Promise<{ start: string; kind: BodyKind }> {
	const contentType = response.headers.get('content-type') ?? '';
	let start = '';
	for (;;) {
		const piece = await body.read();
		start = (start + (piece ?? '')).trimStart();
		const kind = sniffBody(start, { contentType, isWhole: piece === null });
		if (kind !== null) return { start, kind };
		if (isLocal) watch.touch();
	}
}
