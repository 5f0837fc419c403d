import OpenAI, { APIConnectionError, APIError } from 'openai';
import { type Made, nothingMade, refusal, type Trouble } from './made.ts';
import type { Question } from './question.ts';

/** A delta or a message, with the fields of reasoning: the package hands them on, and has no names for them. */
interface Words {
	content?: string | null;
	refusal?: string | null;
	reasoning_content?: string;
	reasoning?: string;
	tool_calls?: readonly { id?: string; index?: number; function?: { name?: string; arguments?: string } }[];
}

export const openaiClient = ({ url, apiKey = 'none', retries = 0 }: Omit<Question, 'model' | 'content'>) =>
	new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: retries, logLevel: 'off' });

/** Asks with the package `openai`, and joins the deltas of the first choice as its manual does. */
export async function askOpenai(question: Question): Promise<Made> {
	const { model, content, isStreamed = true, maxTokens, leaveAt } = question;
	const { completions } = openaiClient(question).chat;
	const asked = {
		model,
		messages: [{ role: 'user' as const, content }],
		...(maxTokens !== undefined && { max_tokens: maxTokens }),
	};
	const made = nothingMade();
	const toolCalls: { name: string; input: string }[] = [];

	const addWords = (words: Words | undefined) => {
		made.text += words?.content ?? '';
		made.reasoning += words?.reasoning_content ?? words?.reasoning ?? '';
		made.refusal += words?.refusal ?? '';
		for (const [position, { index = position, function: called }] of (words?.tool_calls ?? []).entries()) {
			const { name = '', input = '' } = toolCalls[index] ?? {};
			toolCalls[index] = { name: name + (called?.name ?? ''), input: input + (called?.arguments ?? '') };
		}
	};
	const addUsage = (usage: OpenAI.CompletionUsage | null | undefined) => {
		if (usage) made.usage = `${usage.prompt_tokens} + ${usage.completion_tokens}`;
	};

	try {
		if (isStreamed) {
			const stream = await completions.create({
				...asked,
				stream: true,
				stream_options: { include_usage: true },
			});
			for await (const chunk of stream) {
				const choice = chunk.choices?.find(({ index }) => index === 0);
				addWords(choice?.delta);
				made.finishReason = choice?.finish_reason ?? made.finishReason;
				addUsage(chunk.usage);
				if (leaveAt !== undefined && made.text.includes(leaveAt)) break;
			}
		} else {
			const { choices, usage } = await completions.create(asked);
			addWords(choices[0]?.message);
			made.finishReason = choices[0]?.finish_reason ?? null;
			addUsage(usage);
		}
	} catch (error) {
		made.trouble = troubleOf(error);
	}
	made.toolCalls = toolCalls.map(({ name, input }) => `${name}(${input})`);
	return made;
}

function troubleOf(error: unknown): Trouble {
	if (error instanceof APIConnectionError) return { kind: 'broken' };
	if (error instanceof APIError) {
		const words = error.message.replace(/^\d{3} /, '');
		return refusal(words, error.status ?? error.code);
	}
	if (error instanceof SyntaxError) return { kind: 'unreadable' };
	// What `fetch` says of a body that breaks off.
	if (error instanceof TypeError && error.message === 'terminated') return { kind: 'broken' };
	throw error;
}
