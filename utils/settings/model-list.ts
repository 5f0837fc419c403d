/** The model that a Lockchat server offers unless it is set up with another. */
export const USUAL_MODELS = ['gpt-4', 'gpt-3.5-turbo'];

/** The model names in a text, separated by commas or line ends. They are trimmed, and each is named once, in their order. */
export function parseModelList(text: string): string[] {
	const names = text
		.split(/[,\n\r]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}

/** Words in the names of models that make embeddings, transcribe, speak, draw or moderate, and cannot chat. */
const OTHER_WORK =
	/embed|whisper|tts|audio|realtime|transcri|dall-e|image|moderation|rerank|bge-|nomic|clip/i;

/** The same models, with those that can chat first. A server's own list has no useful order. */
export function chatModelsFirst(models: readonly string[]): string[] {
	const isForChat = (model: string) => !OTHER_WORK.test(model);
	return [...models.filter(isForChat), ...models.filter((model) => !isForChat(model))];
}
