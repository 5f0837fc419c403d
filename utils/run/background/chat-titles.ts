import { titleIn, titlePrompt } from '../../chat/model-title.ts';
import type { Message } from '../../chat/schema.ts';
import { titleOf } from '../../chat/title-of.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { RunWorld } from './run-answer.ts';

/** How long a model may take for a title, in milliseconds. */
const WITHIN_MS = 60_000;
/** As much of a reply as a title can be in, in UTF-16 code units. The rest is not waited for. */
const ENOUGH = 400;

export interface ChatTitles {
	/** To be called when an answer has ended and is kept. */
	ended(answer: Message): void;
}

interface Surroundings {
	world: RunWorld;
	keepAlive: KeepAlive;
	/** Whether an answer of this chat runs. */
	isBusy(chatId: string): boolean;
}

/**
 * Has the model that gave a chat's first answer name the chat, where the user wants that. A title that is not the one
 * that the question gave is the user's own, and stays. Nothing waits for it, and nobody is told when it fails: the title
 * that the chat has is good enough.
 */
export function createChatTitles({ world, keepAlive, isBusy }: Surroundings): ChatTitles {
	const { store } = world;

	async function name({ id, chatId, endpointId, model }: Message): Promise<void> {
		if (!(await world.hasModelTitles?.()) || endpointId === undefined || model === undefined) return;
		const chat = await store.getChat(chatId);
		const path = await store.getPath(chatId, id);
		const [question] = path;
		if (!chat || !question || path.length !== 2 || chat.title !== titleOf(question) || isBusy(chatId)) return;
		const endpoint = await world.getEndpoint(endpointId);
		if (!endpoint) return;
		const apiKey = await world.getApiKey(endpoint.id);
		const request = {
			endpoint,
			...(apiKey !== undefined && { apiKey }),
			conversationId: crypto.randomUUID(),
			model,
			messages: titlePrompt(path),
			temperature: null,
		};
		let reply = '';
		const options = { signal: AbortSignal.timeout(WITHIN_MS), stallMs: WITHIN_MS, joinsTokens: true };
		for await (const event of world.providerOf(endpoint).complete(request, options)) {
			if (event.type === 'text') reply += event.text;
			if (reply.length > ENOUGH) break;
		}
		const title = titleIn(reply);
		if (title !== '') await store.retitleChat(chatId, { from: chat.title, to: title });
	}

	return {
		ended(answer) {
			if (answer.status !== 'done') return;
			const release = keepAlive.hold();
			name(answer)
				.catch((error: unknown) => console.warn('A chat keeps the title that its question gave.', error))
				.finally(release);
		},
	};
}
