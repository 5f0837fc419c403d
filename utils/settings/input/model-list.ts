/** The models that a Lockchat server offers unless it is set up with others. */
export const USUAL_MODELS = ['gpt-4', 'gpt-3.5-turbo'];

/**
 * The model names in a text, in which commas or line ends separate them. They are trimmed, and each stands once, in
 * the text's order.
 */
export function parseModelList(text: string): string[] {
	const names = text
		.split(/[,\n\r]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}

/** Words in the names of models that cannot chat, but make embeddings, transcribe, speak, draw or moderate. */
const OTHER_WORK =
	/embed|whisper|tts|audio|realtime|transcri|dall-e|image|moderation|rerank|bge-|nomic|clip/i;

/** The same models with those that can chat first: a server's list may begin with any model. */
export function chatModelsFirst(models: readonly string[]): string[] {
	const isForChat = (model: string) => !OTHER_WORK.test(model);
	return [...models.filter(isForChat), ...models.filter((model) => !isForChat(model))];
}
