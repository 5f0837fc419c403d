/** What a Lockchat server serves when nobody says otherwise. */
export const USUAL_MODELS = ['gpt-4', 'gpt-3.5-turbo'];

/** Model names from a text: parted by commas or line ends, trimmed, each once, in their order. */
export function parseModelList(text: string): string[] {
	const names = text
		.split(/[,\n\r]/)
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return [...new Set(names)];
}

/** Words in the names of models that embed, hear, speak, draw or judge, but do not chat. */
const OTHER_WORK =
	/embed|whisper|tts|audio|realtime|transcri|dall-e|image|moderation|rerank|bge-|nomic|clip/i;

/** The same models, but those that can chat stand first: a server's list may begin with any other. */
export function chatModelsFirst(models: readonly string[]): string[] {
	const isForChat = (model: string) => !OTHER_WORK.test(model);
	return [...models.filter(isForChat), ...models.filter((model) => !isForChat(model))];
}
