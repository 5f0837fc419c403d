import type { ServerEndpoint } from '../../providers/server-endpoint.ts';
import { cleanKey, type KeyProblem, keyProblem } from './clean-key.ts';
import {
	type HeaderInput,
	type HeaderNameProblem,
	type HeaderValueProblem,
	headerNameProblem,
	headerValueProblem,
	isBlankHeader,
} from './header-input.ts';
import { parseModelList, USUAL_MODELS } from './model-list.ts';
import { type ParameterProblem, type ParametersInput, parseParameters } from './parameters-input.ts';
import { parseServerUrl, type ServerUrlProblem } from './server-url.ts';

/** A server's form, as typed. */
export interface EndpointInput extends Partial<ParametersInput> {
	name: string;
	url: string;
	apiKey: string;
	models: string;
	/** The server's own headers; left out where the form does not show them. */
	headers?: readonly HeaderInput[];
	/**
	 * True if the server needs a key that is not here, because it was forgotten when the browser closed. Only the
	 * user can take this back: an empty field does not mean that no key is needed.
	 */
	isKeyForgotten?: boolean;
	/** The user has said that a key which plainly is another company's is meant for this server. */
	isKeyMeant?: boolean;
}

export type EndpointProblem =
	| ServerUrlProblem
	| KeyProblem
	/** The key plainly is of another company than the server's. */
	| 'key-foreign'
	/** The server lists its models, and none of them, nor any other, is to be used. */
	| 'models-none'
	| HeaderNameProblem
	| HeaderValueProblem
	| ParameterProblem;
export type EndpointProblems = Partial<Record<keyof EndpointInput, EndpointProblem>>;
export type ParsedEndpoint =
	| { ok: true; endpoint: ServerEndpoint; apiKey: string }
	| { ok: false; problems: EndpointProblems };

/**
 * Makes an endpoint from what the user typed, or says for each field what is wrong. `stored` is the endpoint that is
 * being changed: it gives the values of fields that the form does not show.
 */
export function parseEndpointInput(
	input: EndpointInput,
	stored: Partial<ServerEndpoint> & Pick<ServerEndpoint, 'id'>,
): ParsedEndpoint {
	const url = parseServerUrl(input.url);
	const apiKey = cleanKey(input.apiKey);
	const wrongKey = keyProblem(apiKey);
	const problems: EndpointProblems = {};
	if (!url.ok) problems.url = url.problem;
	if (wrongKey !== null) problems.apiKey = wrongKey;
	const chosen = parseParameters(input);
	if ('problems' in chosen) Object.assign(problems, chosen.problems);
	const rows = input.headers ?? [];
	const problem = rows
		.map((row) => headerNameProblem(row, rows) ?? headerValueProblem(row, stored.headers))
		.find((found) => found !== undefined);
	if (problem) problems.headers = problem;
	if (!url.ok || 'problems' in chosen || Object.keys(problems).length > 0) return { ok: false, problems };

	const { parameters: _replaced, ...kept } = stored;
	const models = parseModelList(input.models);
	return {
		ok: true,
		apiKey,
		endpoint: {
			supportsStream: true,
			...kept,
			kind: 'server',
			name: input.name.trim() || new URL(url.url).host,
			url: url.url,
			models: models.length > 0 ? models : USUAL_MODELS,
			...(Object.keys(chosen.parameters).length > 0 && { parameters: chosen.parameters }),
			...(input.headers && headersOf(input.headers)),
			needsAuth: apiKey !== '' || input.isKeyForgotten === true,
		},
	};
}

function headersOf(rows: readonly HeaderInput[]): { headers: Record<string, string> } {
	const filled = rows.filter((row) => !isBlankHeader(row));
	return { headers: Object.fromEntries(filled.map(({ name, value }) => [name.trim(), value.trim()])) };
}
