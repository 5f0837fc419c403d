import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import type { CompletionEvent } from '../../../utils/lockchat/types.ts';
import { endpointAt } from '../lockchat/complete.ts';
import { type Made, nothingMade, type Trouble } from './made.ts';
import type { Question } from './question.ts';

/** Asks with the client of this project. Its pauses before another try are left out. */
export async function askOurs(question: Question): Promise<Made> {
	const { url, model, content, isStreamed = true, apiKey, maxTokens, leaveAt } = question;
	const made = nothingMade();
	const events = createCompletion(
		{
			endpoint: endpointAt(url, { needsAuth: apiKey !== undefined }),
			...(apiKey !== undefined && { apiKey }),
			...(maxTokens !== undefined && { maxTokens }),
			model,
			messages: [{ role: 'user', content }],
			stream: isStreamed,
			includeUsage: true,
		},
		{ wait: () => Promise.resolve() },
	);
	try {
		for await (const event of events) {
			add(made, event);
			if (leaveAt !== undefined && made.text.includes(leaveAt)) break;
		}
	} catch (error) {
		made.trouble = troubleOf(error);
	}
	return made;
}

function add(made: Made, event: CompletionEvent): void {
	switch (event.type) {
		case 'text':
		case 'reasoning':
		case 'refusal':
			made[event.type] += event.text;
			return;
		case 'retype':
			made.reasoning += made.text;
			made.text = '';
			return;
		case 'usage':
			made.usage = `${event.usage.promptTokens} + ${event.usage.completionTokens}`;
			return;
		case 'note':
			if (event.note.code === 'tools-asked') made.toolCalls = event.note.names.map((name) => `${name}(…)`);
			return;
		case 'end':
			made.finishReason = event.finishReason;
	}
}

function troubleOf(error: unknown): Trouble {
	if (!(error instanceof LockchatError)) throw error;
	const { code, status, detail = '' } = error;
	switch (code) {
		case 'unreachable':
		case 'interrupted':
			return { kind: 'broken' };
		case 'malformed':
		case 'not-an-api':
		case 'wrong-protocol':
		case 'too-long':
			return { kind: 'unreadable' };
		case 'empty-answer':
		case 'reasoning-only':
		case 'limit-reached':
		case 'tools-unsupported':
			return { kind: 'no answer', code };
		default:
			return { kind: 'refused', words: detail, ...(status !== undefined && { status }) };
	}
}
