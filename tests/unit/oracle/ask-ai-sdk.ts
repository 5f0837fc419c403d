import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { type Made, nothingMade, refusal, type Trouble } from './made.ts';
import type { Question } from './question.ts';

type ChatModel = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>;
type Whole = Awaited<ReturnType<ChatModel['doGenerate']>>;

/** Asks with `@ai-sdk/openai-compatible`, as the package `ai` does beneath `streamText` and `generateText`. */
export async function askAiSdk(question: Question): Promise<Made> {
	const { url, model, content, isStreamed = true, apiKey, maxTokens, leaveAt } = question;
	const chat = createOpenAICompatible({
		name: 'oracle',
		baseURL: `${url}/v1`,
		includeUsage: true,
		...(apiKey !== undefined && { apiKey }),
	}).chatModel(model);
	const asked = {
		prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: content }] }],
		...(maxTokens !== undefined && { maxOutputTokens: maxTokens }),
	};
	const made = nothingMade();
	try {
		if (!isStreamed) {
			const whole = await chat.doGenerate(asked);
			for (const part of whole.content) addPart(made, part);
			addEnd(made, whole);
			return made;
		}
		const { stream } = await chat.doStream(asked);
		for await (const part of stream) {
			if (part.type === 'text-delta') made.text += part.delta;
			else if (part.type === 'reasoning-delta') made.reasoning += part.delta;
			else if (part.type === 'tool-call') addPart(made, part);
			else if (part.type === 'error') made.trouble ??= troubleOf(part.error);
			else if (part.type === 'finish') addEnd(made, part);
			if (leaveAt !== undefined && made.text.includes(leaveAt)) break;
		}
	} catch (error) {
		made.trouble = troubleOf(error);
	}
	return made;
}

function addPart(made: Made, part: Whole['content'][number]): void {
	if (part.type === 'text') made.text += part.text;
	else if (part.type === 'reasoning') made.reasoning += part.text;
	else if (part.type === 'tool-call') made.toolCalls.push(`${part.toolName}(${part.input})`);
}

function addEnd(made: Made, { finishReason, usage }: Pick<Whole, 'finishReason' | 'usage'>): void {
	made.finishReason = finishReason.raw ?? null;
	const { inputTokens, outputTokens } = usage;
	if (inputTokens.total !== undefined) made.usage = `${inputTokens.total} + ${outputTokens.total}`;
}

function troubleOf(error: unknown): Trouble {
	// What stood in the stream is handed on as it came.
	if (!(error instanceof Error)) {
		const { message, code } = error as { message?: string; code?: unknown };
		return refusal(message ?? String(error), code);
	}
	switch (error.name) {
		case 'AI_APICallError':
			return ofCall(error);
		case 'AI_InvalidResponseDataError':
			// “Response stream ended without a finish reason.”
			return { kind: 'broken' };
		case 'AI_JSONParseError':
		case 'AI_TypeValidationError':
			return { kind: 'unreadable' };
		default:
			// What `fetch` says of a body that breaks off.
			if (error instanceof TypeError && error.message === 'terminated') return { kind: 'broken' };
			throw error;
	}
}

function ofCall(error: Error & { statusCode?: number }): Trouble {
	const { statusCode: status, message: words, cause } = error;
	if (status === undefined || cause instanceof TypeError) return { kind: 'broken' };
	return status < 400 ? { kind: 'unreadable' } : { kind: 'refused', status, words };
}
