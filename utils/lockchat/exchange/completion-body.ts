import { isDeep } from '../errors/json.ts';
import { LockchatError } from '../lockchat-error.ts';
import type { ChatMessage, CompletionRequest, ModelQuirks } from '../types.ts';
import { effortFields } from './effort.ts';

const DEFAULT_TEMPERATURE = 0.7;

/** The JSON that is posted, with OpenAI's names for its fields. A parameter that the caller left out is left out here. */
export type CompletionBody = Readonly<Record<string, unknown>> & { readonly stream: boolean };

/**
 * @see https://platform.openai.com/docs/api-reference/chat/create
 * @throws LockchatError `parameters-invalid` where the extra ones are nested more deeply than any server could need.
 */
export function completionBody(request: CompletionRequest, quirks: ModelQuirks): CompletionBody {
	const { model, messages, temperature = DEFAULT_TEMPERATURE, maxTokens, stop = [], extra = {} } = request;
	if (isDeep(extra)) throw new LockchatError('parameters-invalid');
	const stream = (request.stream ?? true) && request.endpoint.supportsStream && !quirks.isUnstreamed;
	const parameters = {
		...(temperature !== null && { temperature }),
		...(stream && request.includeUsage && { stream_options: { include_usage: true } }),
		...(maxTokens !== undefined && {
			[quirks.hasNewLimit ? 'max_completion_tokens' : 'max_tokens']: maxTokens,
		}),
		...defined({
			top_p: request.topP,
			seed: request.seed,
			presence_penalty: request.presencePenalty,
			frequency_penalty: request.frequencyPenalty,
		}),
		...(stop.length > 0 && { stop }),
		...(request.effort !== undefined && effortFields(request.endpoint.url, request.effort, quirks.dialect)),
		...Object.fromEntries(Object.entries(extra).filter(([name]) => !OWN.includes(name))),
	};
	const sent = Object.entries(parameters).filter(([name]) => !quirks.without?.includes(name));
	return { model, messages: postedMessages(messages, quirks), ...Object.fromEntries(sent), stream };
}

/** The fields that make up the request itself: no extra parameter may replace them. */
const OWN = ['model', 'messages', 'stream', 'stream_options', '__proto__'];

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** How much of a partial answer is quoted to a model that is asked in a new turn to go on from it, in UTF-16 code units. */
const LAST_WORDS = 200;

function postedMessages(messages: readonly ChatMessage[], quirks: ModelQuirks): Record<string, unknown>[] {
	const { reasoningField = '', continuesBy } = quirks;
	const posted: Record<string, unknown>[] = folded(messages, quirks).map(
		({ role, content, images = [], reasoning = '' }) => ({
			role,
			content: images.length > 0 ? contentParts(content, images) : content,
			// A server that wants this field wants it in each answer, also in one that had no reasoning.
			...(reasoningField !== '' && role === 'assistant' && { [reasoningField]: reasoning }),
		}),
	);
	const last = messages.at(-1);
	if (last?.role !== 'assistant' || continuesBy === undefined) return posted;
	if (continuesBy === 'prefix') return posted.with(-1, { ...posted.at(-1), prefix: true });
	const words = JSON.stringify(last.content.slice(-LAST_WORDS).toWellFormed());
	const content = `Your answer was cut off after these words: ${words}. Go on from there. Begin with the next word, repeat nothing, and do not mention this request.`;
	return [...posted, { role: 'user', content }];
}

/** @see https://platform.openai.com/docs/guides/images-vision */
function contentParts(text: string, images: readonly string[]): Record<string, unknown>[] {
	const shown = images.map((url) => ({ type: 'image_url', image_url: { url } }));
	return text === '' ? shown : [{ type: 'text', text }, ...shown];
}

/** The messages for models without a system role: the system prompt is put before the first question. */
function folded(
	messages: readonly ChatMessage[],
	{ foldsSystemPrompt }: ModelQuirks,
): readonly ChatMessage[] {
	if (!foldsSystemPrompt) return messages;
	const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
	const others = messages.filter(({ role }) => role !== 'system');
	const first = others.findIndex(({ role }) => role === 'user');
	const question = others[first];
	if (question === undefined) return [{ role: 'user', content: system.join('\n\n') }, ...others];
	return others.with(first, { ...question, content: [...system, question.content].join('\n\n') });
}
