import { isRecord } from '../errors/json.ts';
import { ABILITIES, type Ability, type ModelDetails } from '../types.ts';

/**
 * Where servers write how many tokens a model reads; what is set up comes before what the model was made for. By server:
 * - LM Studio `loaded_context_length`, `max_context_length` (also Mistral) · vLLM, SGLang `max_model_len`
 * - OpenRouter, Together, Fireworks, Moonshot `context_length` · Groq, Vercel `context_window` · Novita `context_size`
 * - llama.cpp `meta.n_ctx`, `meta.n_ctx_train` · TabbyAPI `parameters.max_seq_len` · Gemini `inputTokenLimit`
 * - GitHub Models `limits.max_input_tokens` · Copilot `capabilities.limits.max_context_window_tokens`
 * - LiteLLM `model_info.max_input_tokens` · DeepInfra `metadata.context_length` · Venice `model_spec.availableContextTokens`
 * - Lemonade `max_context_window` · Cerebras `limits.max_context_length` · Hugging Face `providers[0].context_length`, as of the first provider
 */
const CONTEXT_PATHS = [
	'loaded_context_length',
	'max_model_len',
	'context_length',
	'context_window',
	'max_context_length',
	'max_context_window',
	'context_size',
	'max_input_tokens',
	'inputTokenLimit',
	'meta.n_ctx',
	'meta.n_ctx_train',
	'parameters.max_seq_len',
	'limits.max_input_tokens',
	'limits.max_context_length',
	'capabilities.limits.max_context_window_tokens',
	'model_info.max_input_tokens',
	'metadata.context_length',
	'model_spec.availableContextTokens',
	'top_provider.context_length',
	'providers.0.context_length',
];

/** Where servers list what a model takes or does, as words, or as an object of names that are true. */
const ABILITY_PATHS = [
	'capabilities',
	'capabilities.supports',
	'supported_parameters',
	'supported_features',
	'features',
	'tags',
	'metadata.tags',
	'model_spec.capabilities',
	'model_info',
	'model_ability',
	'labels',
	'providers.0',
];
/** Where servers list what may be put into a question. */
const INPUT_PATHS = [
	'input_modalities',
	'supported_input_modalities',
	'architecture.input_modalities',
	'modalities.input',
	'architecture.modality',
];

/** The words of all servers: `tool_use`, `tool-calling`, `trained_for_tool_use`, `function_calling`, `supportsVision`, … */
const WORDS: Record<Ability, RegExp> = {
	vision: /(^|[_-])(vision|vlm|multimodal)$|(^|[_-])image[_-]?in(put)?$/,
	tools: /(^|[_-])(tools?|functions?)([_-](use|calls?|calling|choice))?$/,
	reasoning: /(^|[_-])(reasoning|thinking)$/,
};

/** No model reads more, and no number beyond it is a count of tokens. */
const MOST_TOKENS = 1_000_000_000;
/** US dollars for a million tokens; nobody asks for more. */
const HIGHEST_PRICE = 100_000;
/** A price below it is for one token: no million of tokens is sold for less, and no single token for more. */
const LEAST_PER_MILLION = 0.001;
const MILLION = 1_000_000;

/** The value at a path of names; nothing that the object itself does not hold. */
function at(value: unknown, path: string): unknown {
	let found = value;
	for (const name of path.split('.')) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
		found = (found as Record<string, unknown>)[name];
	}
	return found;
}

/** Servers write numbers as texts too. */
function numberOf(value: unknown): number | undefined {
	const isText = typeof value === 'string' && /^\s*\d+(\.\d+)?(e-?\d+)?\s*$/i.test(value);
	const number = isText ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

function contextOf(given: unknown): number | undefined {
	for (const path of CONTEXT_PATHS) {
		const tokens = numberOf(at(given, path));
		if (tokens !== undefined && tokens >= 1 && tokens <= MOST_TOKENS) return Math.floor(tokens);
	}
	return undefined;
}

/** `supportsVision` as `supports_vision`: all words are compared in one way of writing. */
const wordOf = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();

/** A name that is said to hold: `true`, or an object that tells more of it and does not say that it is unsupported. */
function holds(value: unknown): boolean {
	return value === true || (isRecord(value) && value.supported !== false && value.enabled !== false);
}

function wordsAt(given: unknown, path: string): string[] {
	const written = at(given, path);
	// `text+image->text`: what goes in stands before the arrow.
	const value = typeof written === 'string' ? written.replace(/->.*/, '').split('+') : written;
	if (Array.isArray(value)) return value.filter((word) => typeof word === 'string').map(wordOf);
	if (!isRecord(value)) return [];
	return Object.keys(value)
		.filter((name) => holds(value[name]))
		.map(wordOf);
}

function abilitiesOf(given: unknown): Ability[] {
	if (!isRecord(given)) return [];
	const flags = Object.keys(given).filter((name) => /^supports/i.test(name) && given[name] === true);
	const words = [...flags.map(wordOf), ...ABILITY_PATHS.flatMap((path) => wordsAt(given, path))];
	if (typeof given.type === 'string') words.push(wordOf(given.type));
	const seesImages = INPUT_PATHS.some((path) => wordsAt(given, path).some((word) => /^images?$/.test(word)));
	return ABILITIES.filter(
		(ability) => (ability === 'vision' && seesImages) || words.some((word) => WORDS[ability].test(word)),
	);
}

/** A price for a million tokens, of one that may be for a million or for one, whatever the name of its field. */
function perMillion(value: unknown): number | undefined {
	const price = numberOf(value);
	if (price === undefined) return undefined;
	const scaled = price < LEAST_PER_MILLION ? price * MILLION : price;
	// 0.0000003 for one token is no round number for a million of them.
	return scaled <= HIGHEST_PRICE ? Number(scaled.toPrecision(6)) : undefined;
}

/**
 * OpenRouter writes `pricing.prompt` and `completion`, for one token, and Chutes the same for a million; Together `pricing.input` and `output`, for a million;
 * Vercel the same names, for one token; Venice `pricing.input.usd`, for a million; LiteLLM `input_cost_per_token`.
 */
function priceOf(given: unknown): ModelDetails['price'] {
	const pairs: [input: string, output: string][] = [
		['pricing.prompt', 'pricing.completion'],
		['pricing.input', 'pricing.output'],
		['metadata.pricing.input_tokens', 'metadata.pricing.output_tokens'],
		['model_spec.pricing.input.usd', 'model_spec.pricing.output.usd'],
		['model_info.input_cost_per_token', 'model_info.output_cost_per_token'],
		['providers.0.pricing.input', 'providers.0.pricing.output'],
	];
	for (const [inputPath, outputPath] of pairs) {
		const input = perMillion(at(given, inputPath));
		const output = perMillion(at(given, outputPath));
		if (input !== undefined && output !== undefined) return { input, output };
	}
	return undefined;
}

/**
 * What one entry of a list says of its model, in any of the shapes that servers write. What is not what it should be is
 * left out.
 */
export function readModelDetails(id: string, given: unknown): ModelDetails {
	const contextTokens = contextOf(given);
	const abilities = abilitiesOf(given);
	const price = priceOf(given);
	return {
		id,
		...(contextTokens !== undefined && { contextTokens }),
		...(abilities.length > 0 && { abilities }),
		...(price !== undefined && { price }),
	};
}

/**
 * What Ollama says of one model (`POST /api/show`): `capabilities`, `model_info` with `<architecture>.context_length`, and
 * `parameters` as lines of text, of which `num_ctx` is what is really read.
 */
export function readOllamaDetails(id: string, given: unknown): ModelDetails {
	const info = at(given, 'model_info');
	const name = isRecord(info) ? Object.keys(info).find((key) => key.endsWith('.context_length')) : undefined;
	const parameters = at(given, 'parameters');
	const set = typeof parameters === 'string' ? /^num_ctx\s+(\d+)/m.exec(parameters)?.[1] : undefined;
	const made = isRecord(info) && name !== undefined ? info[name] : undefined;
	return readModelDetails(id, { context_length: set ?? made, capabilities: at(given, 'capabilities') });
}

/** Whether anything was told beyond the name. */
export function isTold({ contextTokens, abilities, price }: ModelDetails): boolean {
	return contextTokens !== undefined || abilities !== undefined || price !== undefined;
}
