import type { Parameters } from '../../lockchat/types.ts';
import { isExtra, MOST_STOPS, PARAMETER_RANGES } from '../../providers/parameters.ts';
import { parseNumber } from './preferences-input.ts';

/** A server's parameters in its form, as typed. An empty field leaves the choice to the model. */
export type ParametersInput = Record<keyof Parameters, string>;

export type ParameterProblem =
	| 'parameter-range'
	| 'parameter-whole'
	| 'stop-many'
	| 'extra-json'
	| 'extra-object'
	| 'extra-own'
	| 'extra-deep';

const NUMBERS = [
	'temperature',
	'maxTokens',
	'topP',
	'seed',
	'presencePenalty',
	'frequencyPenalty',
] as const satisfies (keyof Parameters)[];
const WHOLE: readonly string[] = ['maxTokens', 'seed'];

/** The fields that make up a request itself. The chat decides them, so nobody can type them here. */
const OWN = ['model', 'messages', 'stream', 'stream_options'];

export function parametersInput(parameters: Parameters = {}): ParametersInput {
	const { stop = [], extra } = parameters;
	const numbers = Object.fromEntries(NUMBERS.map((name) => [name, String(parameters[name] ?? '')]));
	return {
		...(numbers as Record<(typeof NUMBERS)[number], string>),
		stop: stop.map((text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')).join('\n'),
		extra: extra === undefined ? '' : JSON.stringify(extra, null, 2),
	};
}

/** The texts that end an answer, one a line. `\n` in a line stands for a line break, and `\\` for a backslash. */
function parseStop(text: string): string[] {
	return text
		.split(/\r?\n/)
		.filter((line) => line !== '')
		.map((line) => line.replace(/\\([n\\])/g, (_, letter) => (letter === 'n' ? '\n' : '\\')));
}

function parseExtra(text: string): Record<string, unknown> | ParameterProblem {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return 'extra-json';
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'extra-object';
	if (!isExtra(value)) return 'extra-deep';
	return OWN.some((name) => Object.hasOwn(value, name)) ? 'extra-own' : { ...value };
}

/** The parameters that were typed, or what is wrong in which field. */
export function parseParameters(
	input: Partial<ParametersInput>,
): { parameters: Parameters } | { problems: Partial<Record<keyof Parameters, ParameterProblem>> } {
	const problems: Partial<Record<keyof Parameters, ParameterProblem>> = {};
	const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
	for (const name of NUMBERS) {
		const text = input[name]?.trim() ?? '';
		if (text === '') continue;
		const number = parseNumber(text, PARAMETER_RANGES[name]);
		if (number === null) problems[name] = 'parameter-range';
		else if (WHOLE.includes(name) && !Number.isInteger(number)) problems[name] = 'parameter-whole';
		else numbers[name] = number;
	}
	const stop = parseStop(input.stop ?? '');
	if (stop.length > MOST_STOPS) problems.stop = 'stop-many';
	const typed = input.extra?.trim() ?? '';
	const extra = typed === '' ? {} : parseExtra(typed);
	if (typeof extra === 'string') return { problems: { ...problems, extra } };
	if (Object.keys(problems).length > 0) return { problems };
	return {
		parameters: {
			...numbers,
			...(stop.length > 0 && { stop }),
			...(Object.keys(extra).length > 0 && { extra }),
		},
	};
}
