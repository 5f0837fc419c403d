// @ts-check

/**
 * A server that answers `GET /v1/models`.
 * @typedef {{ name: string, url: string, models: string[] }} ModelServer
 */

/** Where model servers listen by default. */
const USUAL = [
	{ name: 'Ollama', url: 'http://127.0.0.1:11434' },
	{ name: 'LM Studio', url: 'http://127.0.0.1:1234' },
	{ name: 'llama.cpp', url: 'http://127.0.0.1:8080' },
];

const ANSWERS_WITHIN_MS = 1500;

/**
 * Asks a server, and returns null whatever goes wrong. Any program may listen at these ports, so it does not matter
 * whether nobody is there, the protocol is another, no answer comes, or the body is cut short or never ends.
 * @template T
 * @param {string} url
 * @param {RequestInit} init
 * @param {(response: Response) => T | Promise<T>} read
 * @returns {Promise<T | null>}
 */
async function ask(url, init, read) {
	try {
		return await read(await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) }));
	} catch {
		return null;
	}
}

/** @param {unknown} value @param {string} key @returns {unknown} */
const field = (value, key) =>
	typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/**
 * @param {{ name: string, url: string }} server
 * @returns {Promise<ModelServer | null>} null where there is no such server, or it has no model
 */
async function look({ name, url }) {
	const list = await ask(`${url}/v1/models`, {}, (response) => (response.ok ? response.json() : null));
	const data = field(list, 'data');
	const ids = Array.isArray(data) ? data.map((model) => field(model, 'id')) : [];
	const models = ids.filter((id) => typeof id === 'string').filter((id) => id !== '' && !/embed/i.test(id));
	return models.length > 0 ? { name, url, models } : null;
}

/**
 * The first model server on this computer that has a model.
 * @param {readonly { name: string, url: string }[]} [places]
 */
export async function findModelServer(places = USUAL) {
	const found = await Promise.all(places.map(look));
	return found.find((server) => server !== null) ?? null;
}

/**
 * Whether a server answers an extension that has no permission for it. Ollama does not, unless it is set up to.
 * @param {string} url
 * @returns {Promise<boolean>} false also where the server does not answer the question
 */
export async function admitsExtensions(url) {
	const preflight = {
		method: 'OPTIONS',
		headers: {
			Origin: 'chrome-extension://lockchat',
			'Access-Control-Request-Method': 'POST',
			'Access-Control-Request-Headers': 'content-type',
		},
	};
	const isAdmitted = await ask(`${url}/v1/chat/completions`, preflight, ({ ok, headers }) => {
		const admitted = headers.get('access-control-allow-origin');
		return ok && (admitted === '*' || admitted === 'chrome-extension://lockchat');
	});
	return isAdmitted ?? false;
}
