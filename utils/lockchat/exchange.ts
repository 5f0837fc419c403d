import type { BodyReader } from './body-reader.ts';
import type { ErrorSource } from './server-error.ts';
import type { StallWatch } from './stall-watch.ts';

/** A response that claims success, and what is needed to read it. */
export interface Exchange {
	response: Response;
	body: BodyReader;
	watch: StallWatch;
	/** Where errors inside the body come from; without a status, as the response's says success. */
	source: ErrorSource;
	/** The most one event, or a body that is no event stream, may hold, in UTF-16 code units. */
	maxEventLength: number;
	/** Whether comments and blanks count as life, as they do on this computer. */
	isLocal: boolean;
	/** Texts that arrive together are one event. */
	joinsTokens: boolean;
}
