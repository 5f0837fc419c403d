import type { Endpoint } from '../lockchat/types.ts';
import { parseModelList, USUAL_MODELS } from './model-list.ts';
import { parseServerUrl, type ServerUrlProblem } from './server-url.ts';

/** The form of an endpoint, as the user has filled it in. */
export interface EndpointInput {
	name: string;
	url: string;
	apiKey: string;
	models: string;
}

export type EndpointProblem = ServerUrlProblem | 'key-characters';
export type EndpointProblems = Partial<Record<keyof EndpointInput, EndpointProblem>>;
export type ParsedEndpoint =
	| { ok: true; endpoint: Endpoint; apiKey: string }
	| { ok: false; problems: EndpointProblems };

/** A key is sent in a header, which may hold visible ASCII only. Letters that only look Latin are a common mistake. */
const KEY = /^[\x21-\x7e]*$/;

/** Keys are often copied along with the word before them. */
function parseKey(text: string): string {
	return text.trim().replace(/^Bearer\s+/i, '');
}

/**
 * Makes an endpoint from what the user typed, or says for each field what is wrong. `stored` is the endpoint that is
 * being changed: fields that the form does not show keep its values.
 */
export function parseEndpointInput(
	input: EndpointInput,
	stored: Partial<Endpoint> & Pick<Endpoint, 'id'>,
): ParsedEndpoint {
	const url = parseServerUrl(input.url);
	const apiKey = parseKey(input.apiKey);
	const problems: EndpointProblems = {};
	if (!url.ok) problems.url = url.problem;
	if (!KEY.test(apiKey)) problems.apiKey = 'key-characters';
	if (!url.ok || problems.apiKey) return { ok: false, problems };

	const models = parseModelList(input.models);
	return {
		ok: true,
		apiKey,
		endpoint: {
			supportsStream: true,
			...stored,
			name: input.name.trim() || new URL(url.url).host,
			url: url.url,
			models: models.length > 0 ? models : USUAL_MODELS,
			needsAuth: apiKey !== '',
		},
	};
}
