/** What a window asks the background once, and gets one reply to. */
import type { UnsavedChat } from '../../chat/schema.ts';
import type { Failure } from '../../lockchat/failure.ts';
import type { Endpoint } from '../../providers/endpoint.ts';
import type { CheckResult, Probe, ProbeAccess, ProbeResult } from '../../providers/provider.ts';
import type { ModelsResult, Reply, Wanted } from '../protocol.ts';
import type { Request } from './pending-commands.ts';

export interface Requests {
	/** Deletes a chat, with the answers that run in it. Resolves to false where the database refuses; never rejects. */
	deleteChat(chatId: string): Promise<boolean>;
	/** Makes a real request for one token. Never rejects. */
	check(endpoint: Endpoint, model: string, apiKey?: string): Promise<CheckResult>;
	/** Lists the models of an endpoint; with `isDetailed` also what it tells of each of them. Never rejects. */
	listModels(endpoint: Endpoint, apiKey?: string, options?: { isDetailed: boolean }): Promise<ModelsResult>;
	/** Asks for one thing alone. Never rejects: `interrupted` once the signal is aborted, which ends the probe. */
	probe(endpoint: Endpoint, probe: Probe, access: ProbeAccess): Promise<ProbeResult>;
	/** Takes what the user wants from outside of the window, if anything waits. It is handed out once. */
	takeSelection(): Promise<Wanted | null>;
	/** What the database refused, chat by chat. Never rejects: the list is empty when the background is gone. */
	getUnsaved(): Promise<UnsavedChat[]>;
}

export interface RequestWay {
	/** Resolves with the reply; null where the background gives none. */
	post(request: Request): Promise<Reply | null>;
	/** Waits for the reply to a probe no longer, and ends the probe. */
	cancel(requestId: string): void;
	/** The browser window that the page stands in, for the selections that belong to it. */
	windowId: Promise<number | null>;
}

const INTERRUPTED: Failure = { code: 'interrupted' };

export function createRequests({ post, cancel, windowId }: RequestWay): Requests {
	return {
		async deleteChat(chatId) {
			const reply = await post({ type: 'delete-chat', requestId: crypto.randomUUID(), chatId });
			return reply?.type === 'delete-chat' && reply.isDeleted;
		},
		async check(endpoint, model, apiKey) {
			const key = apiKey === undefined ? {} : { apiKey };
			const reply = await post({ type: 'check', requestId: crypto.randomUUID(), endpoint, model, ...key });
			return reply?.type === 'check' ? reply.result : { ok: false, failure: INTERRUPTED };
		},
		async listModels(endpoint, apiKey, options) {
			const key = apiKey === undefined ? {} : { apiKey };
			const asked = { endpoint, ...key, ...options };
			const reply = await post({ type: 'models', requestId: crypto.randomUUID(), ...asked });
			return reply?.type === 'models' ? reply.result : { ok: false, failure: INTERRUPTED };
		},
		async probe(endpoint, probe, { signal, ...access }) {
			const requestId = crypto.randomUUID();
			const stop = (): void => cancel(requestId);
			if (signal.aborted) return { ok: false, failure: INTERRUPTED };
			signal.addEventListener('abort', stop);
			const reply = await post({ type: 'probe', requestId, endpoint, probe, ...access });
			signal.removeEventListener('abort', stop);
			return reply?.type === 'probe' ? reply.result : { ok: false, failure: INTERRUPTED };
		},
		async takeSelection() {
			const requestId = crypto.randomUUID();
			const reply = await post({ type: 'take-selection', requestId, windowId: await windowId });
			return reply?.type === 'take-selection' ? reply.selection : null;
		},
		async getUnsaved() {
			const reply = await post({ type: 'get-unsaved', requestId: crypto.randomUUID() });
			return reply?.type === 'get-unsaved' ? reply.chats : [];
		},
	};
}
