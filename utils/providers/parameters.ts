import * as v from 'valibot';
import { MAX_SHORT_TEXT_LENGTH } from '../chat/limits.ts';
import { isKeepable } from '../chat/unknown-fields.ts';
import { isSendable } from '../lockchat/is-sendable.ts';
import type { Parameters } from '../lockchat/types.ts';

/** The bounds of a number; it may also be equal to either of them. */
export interface Range {
	min: number;
	max: number;
}

/** The bounds that the protocol sets. The bound on tokens is ours, and higher than any model goes. */
export const PARAMETER_RANGES = {
	temperature: { min: 0, max: 2 },
	maxTokens: { min: 1, max: 10_000_000 },
	topP: { min: 0, max: 1 },
	seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER },
	presencePenalty: { min: -2, max: 2 },
	frequencyPenalty: { min: -2, max: 2 },
} as const satisfies Partial<Record<keyof Parameters, Range>>;

/** How many texts may end an answer. OpenAI takes four, other servers take more. */
export const MOST_STOPS = 16;

const within = ({ min, max }: Range) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
const stopText = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_SHORT_TEXT_LENGTH));

const SCHEMAS: { [Name in keyof Parameters]-?: v.GenericSchema<unknown, NonNullable<Parameters[Name]>> } = {
	temperature: within(PARAMETER_RANGES.temperature),
	maxTokens: v.pipe(within(PARAMETER_RANGES.maxTokens), v.integer()),
	topP: within(PARAMETER_RANGES.topP),
	stop: v.pipe(v.array(stopText), v.maxLength(MOST_STOPS)),
	seed: v.pipe(within(PARAMETER_RANGES.seed), v.integer()),
	presencePenalty: within(PARAMETER_RANGES.presencePenalty),
	frequencyPenalty: within(PARAMETER_RANGES.frequencyPenalty),
	extra: v.record(v.string(), v.unknown()),
};

/** Whether a JSON value is fit to be the extra parameters: it is not nested beyond all need. */
export const isExtra = (value: unknown): boolean => isSendable(value);

const isName = (name: string): name is keyof Parameters => Object.hasOwn(SCHEMAS, name);

/** Parameters from storage: a broken one is left out, and one that only a newer version knows stays. */
export const storedParameters = v.pipe(
	v.record(v.string(), v.unknown()),
	v.transform(
		(stored): Parameters =>
			Object.fromEntries(
				Object.entries(stored).filter(
					([name, value]) =>
						!isName(name) || (v.is(SCHEMAS[name], value) && (name !== 'extra' || isExtra(value))),
				),
			),
	),
);

/** Parameters from a port: all of them must be right. */
export const sentParameters = v.pipe(
	v.record(v.string(), v.unknown()),
	v.check((sent) => isKeepable(sent)),
	v.check((sent) =>
		Object.entries(sent).every(([name, value]) => isName(name) && v.is(SCHEMAS[name], value)),
	),
	v.transform((sent): Parameters => sent),
);

/** What was chosen for a chat beside its temperature, in the names of a request. What is broken is left out. */
export function chatParameters({ parameters }: { parameters?: unknown }): Omit<Parameters, 'temperature'> {
	const read = v.safeParse(storedParameters, parameters);
	if (!read.success) return {};
	const { temperature: _ofTheChat, ...chosen } = read.output;
	return Object.fromEntries(Object.entries(chosen).filter(([name]) => isName(name)));
}
