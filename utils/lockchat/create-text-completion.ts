import { createCompletion } from './create-completion.ts';
import type { CompletionOptions } from './exchange/completion-options.ts';
import type { CompletionRequest } from './types.ts';

/**
 * Just the text of a completion, token by token. Throws as `createCompletion` does.
 *
 * It cannot take back what it has yielded: where a model's reasoning is known as such only at its closing tag (the event
 * `retype`), the reasoning has been yielded as text. Use `createCompletion` for such models.
 */
export async function* createTextCompletion(
	request: CompletionRequest,
	options: CompletionOptions = {},
): AsyncGenerator<string> {
	for await (const event of createCompletion(request, options)) {
		if (event.type === 'text') yield event.text;
	}
}
