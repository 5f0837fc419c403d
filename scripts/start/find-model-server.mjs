// @ts-check

/**
 * A server that answers `GET /v1/models`.
 * @typedef {{ name: string, url: string, models: string[] }} ModelServer
 */

/** Where model servers listen when nobody told them otherwise. */
const USUAL = [
	{ name: 'Ollama', url: 'http://127.0.0.1:11434' },
	{ name: 'LM Studio', url: 'http://127.0.0.1:1234' },
	{ name: 'llama.cpp', url: 'http://127.0.0.1:8080' },
];

const ANSWERS_WITHIN_MS = 1500;

/** An address where nothing listens, or something else does, throws one of these. @param {unknown} error */
const isNoAnswer = (error) =>
	error instanceof SyntaxError ||
	(error instanceof Error && (error.message === 'fetch failed' || error.name === 'TimeoutError'));

/**
 * @param {{ name: string, url: string }} server
 * @returns {Promise<ModelServer | null>} null where there is no such server, or it has no model
 */
async function look({ name, url }) {
	try {
		const response = await fetch(`${url}/v1/models`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
		if (!response.ok) return null;
		const { data } = await response.json();
		const ids = Array.isArray(data) ? data.map(({ id }) => id) : [];
		const models = ids.filter((id) => typeof id === 'string' && !/embed/i.test(id));
		return models.length > 0 ? { name, url, models } : null;
	} catch (error) {
		if (isNoAnswer(error)) return null;
		throw error;
	}
}

/**
 * The first model server of this computer that has a model.
 * @param {readonly { name: string, url: string }[]} [places]
 */
export async function findModelServer(places = USUAL) {
	const found = await Promise.all(places.map(look));
	return found.find((server) => server !== null) ?? null;
}

/**
 * Whether a server lets an extension in that holds no permission for it: Ollama, as it is installed, does not.
 * @param {string} url
 */
export async function admitsExtensions(url) {
	const response = await fetch(`${url}/v1/chat/completions`, {
		method: 'OPTIONS',
		headers: {
			Origin: 'chrome-extension://lockchat',
			'Access-Control-Request-Method': 'POST',
			'Access-Control-Request-Headers': 'content-type',
		},
		signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
	});
	const admitted = response.headers.get('access-control-allow-origin');
	return response.ok && (admitted === '*' || admitted === 'chrome-extension://lockchat');
}
