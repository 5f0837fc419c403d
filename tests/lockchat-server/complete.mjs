// @ts-check
import { now } from './clock.mjs';
import { findModel, missingModel } from './find-model.mjs';
import { answerJson, readJson } from './json.mjs';
import { play } from './play.mjs';
import { readAsked, readMessages, withoutAuth } from './read-asked.mjs';
import { sayWhole, stream } from './speak.mjs';

/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Asked, Model, RequestRecord, Script, Stage } from './types.ts'
 * @import { createKeptStreams } from './kept-streams.mjs'
 * @import { createLatches } from './latches.mjs'
 * @import { createRequestLog } from './request-log.mjs'
 */

/** The only key that models behind `auth:` accept. */
const SECRET_KEY = 'secret-key';

/**
 * An error as the OpenAI API words it; `param` is what it is about.
 * @param {ServerResponse} response @param {number} status @param {{ message: string, code: string | null, param?: string }} error
 */
const refuse = (response, status, error) =>
	answerJson(response, status, { error: { type: 'invalid_request_error', param: null, ...error } });

/** @param {Model} model @param {Asked} asked */
function stepsOf(model, asked) {
	if (model.kind === 'steps') return model.steps(asked);
	return asked.isStreamed ? stream(model.parts(asked), asked) : sayWhole(model.parts(asked), asked);
}

/**
 * A signal that is aborted when the client leaves; the record notes that too.
 * @param {Stage} stage @param {RequestRecord} record @param {() => void} changed
 */
function watchClient(stage, record, changed) {
	const left = new AbortController();
	stage.once('close', () => {
		if (record.endedAt === null) record.abortedAt = now();
		left.abort();
		changed();
	});
	return left.signal;
}

/**
 * `POST /v1/chat/completions`.
 * @param {{
 *   scripts: ReadonlyMap<string, Script>, latches: ReturnType<typeof createLatches>,
 *   log: ReturnType<typeof createRequestLog>, keptStreams: ReturnType<typeof createKeptStreams> | null,
 * }} server
 */
export function createCompletions({ scripts, latches, log, keptStreams }) {
	/** Failures in a row, by model and conversation. @type {Map<string, number>} */
	const failures = new Map();

	/** @param {IncomingMessage} request @param {ServerResponse} response */
	return async (request, response) => {
		const body = await readJson(request);
		if (!body)
			return refuse(response, 400, { message: 'The body is not a JSON object.', code: 'invalid_json' });
		const { messages: given, model: name = '', ...parameters } = body;
		const messages = readMessages(given);
		if (!messages)
			return refuse(response, 400, {
				message: "'messages' holds no messages.",
				param: 'messages',
				code: 'invalid_messages',
			});
		if (name === '')
			return refuse(response, 400, { message: 'you must provide a model parameter', code: null });

		const record = log.open({ model: String(name), messages, headers: request.headers, parameters });
		/** @param {number} status @param {{ message: string, code: string, param?: string }} error */
		const fail = (status, error) => {
			record.status = status;
			record.endedAt = now();
			refuse(response, status, error);
			log.changed();
		};

		const key = (request.headers.authorization ?? '').replace(/^Bearer /, '');
		if (record.model.startsWith('auth:') && key !== SECRET_KEY) {
			return fail(401, { message: `Incorrect API key provided: ${key}.`, code: 'invalid_api_key' });
		}
		const modelName = withoutAuth(record.model);
		const model = findModel(modelName, scripts);
		if (!model) {
			return fail(404, missingModel(modelName));
		}

		const keptId = request.headers['x-conversation-id'];
		const stage = (keptId && keptStreams?.keep(String(keptId), response)) || response;
		const signal = watchClient(stage, record, log.changed);
		const conversation = JSON.stringify([modelName, messages]);
		const asked = readAsked(request, record, failures.get(conversation) ?? 0);
		await play(stepsOf(model, asked), {
			response: stage,
			record,
			signal,
			hold: latches.hold,
			changed: log.changed,
		});
		if ((record.status ?? 0) < 400) failures.delete(conversation);
		else failures.set(conversation, asked.failedAttempts + 1);
	};
}
