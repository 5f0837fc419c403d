import * as v from 'valibot';
import { MAX_ID_LENGTH, MAX_SHORT_TEXT_LENGTH } from '../chat/limits.ts';
import type { AnyEndpoint, EndpointKind } from './endpoint.ts';

/** The model that the browser itself brings along. */
export interface BrowserModelEndpoint extends AnyEndpoint {
	kind: 'browser';
}

/**
 * A browser has one such endpoint. Since its id is fixed, a chat finds it again after it was taken out of the
 * settings and put back.
 */
export const BROWSER_MODEL_ID = 'browser-model';

const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_LENGTH));

export const browserKind: EndpointKind<BrowserModelEndpoint> = {
	stored: v.looseObject({
		kind: v.literal('browser'),
		id: v.pipe(v.string(), v.minLength(1)),
		name: v.fallback(v.string(), ''),
		models: v.fallback(v.array(v.string()), []),
	}),
	sent: v.object({
		kind: v.literal('browser'),
		id: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH)),
		name: shortText,
		models: v.array(shortText),
	}),
	isSetUp: () => true,
	whereTo: ({ name }) => ({ host: name, address: name, place: 'browser', origin: null }),
};
