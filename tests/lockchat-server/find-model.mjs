// @ts-check
import { caseModels, findCase } from './cases/case-models.mjs';
import { demoAnswer } from './demo/demo-answer.mjs';
import { fastAnswer } from './fast-model.mjs';
import { longAnswer } from './long-model.mjs';

/** @import { Model, Script } from './types.ts' */

/** Pauses are divided by this, so that an answer of the demonstration takes a fraction of a second. */
const QUICK = 20;

const listed = ['lockchat-demo', 'demo-fast', 'demo-long', 'gpt-4', 'gpt-3.5-turbo'];

/**
 * The names of `GET /v1/models`: what a person may want to try, or all.
 * @param {boolean} isAll
 * @param {Iterable<string>} scripts
 */
export const listModels = (isAll, scripts) =>
	isAll ? [...listed, ...caseModels.keys(), ...scripts] : listed;

/**
 * @param {string} name
 * @param {ReadonlyMap<string, Script>} scripts by full name
 * @returns {Model | null} null where there is no such model
 */
export function findModel(name, scripts) {
	const script = scripts.get(name);
	if (script) return { kind: 'steps', steps: typeof script === 'function' ? script : () => script };

	const [base = '', ...parameters] = name.split(':');
	switch (base) {
		case 'lockchat-demo':
			return { kind: 'text', parts: (asked) => demoAnswer(asked.messages) };
		case 'gpt-4':
		case 'gpt-3.5-turbo':
			return { kind: 'text', parts: (asked) => demoAnswer(asked.messages, QUICK) };
		case 'demo-fast':
			return { kind: 'text', parts: (asked) => fastAnswer(parameters, asked) };
		case 'demo-long':
			return { kind: 'text', parts: () => longAnswer(parameters) };
		default: {
			const played = findCase(base, parameters);
			return played && { kind: 'steps', steps: played.steps };
		}
	}
}

/**
 * The protocol's error for a model that is not there.
 * @param {string} name
 */
export const missingModel = (name) => ({
	message: `The model \`${name}\` does not exist`,
	code: 'model_not_found',
	param: 'model',
});
