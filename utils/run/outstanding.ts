import type { RunCommand } from './empty-answer.ts';
import { putInOutbox, readOutbox, removeFromOutbox } from './outbox.ts';
import type { Command, Reply } from './protocol.ts';

export type Request = Extract<Command, { requestId: string }>;

/** What a window has asked of the background and not heard of yet: all of it can be posted again. */
export interface Outstanding {
	/** An answer is asked for; it stands until `confirm` or `refuse`. */
	add(command: RunCommand): void;
	/** The background knows this answer and has saved its question. */
	confirm(answerId: string): void;
	/** The answer will never run. Returns what asked for it, if that stood here. */
	refuse(answerId: string): RunCommand | null;
	/** An answer that was not heard of yet is not to run. */
	stop(answerId: string): void;
	/** Resolves with the reply; null when the window closes before. */
	request(command: Request): Promise<Reply | null>;
	settle(requestId: string, reply: Reply): void;
	hasRuns(): boolean;
	hasRequests(): boolean;
	/** Posts all that stands, in its order. */
	postAll(): void;
	/** Posts what this or other windows asked and may have been lost with their background. Never rejects. */
	resend(): Promise<void>;
	close(): void;
}

const logOutbox = (error: unknown) => console.error('The outbox of questions cannot be used.', error);

export function createOutstanding(post: (command: Command) => void): Outstanding {
	const runs = new Map<string, { command: RunCommand; isStopped: boolean }>();
	const requests = new Map<string, { command: Request; resolve: (reply: Reply | null) => void }>();

	return {
		add(command) {
			if (command.type === 'ask') putInOutbox(command).catch(logOutbox);
			runs.set(command.answerId, { command, isStopped: false });
		},
		confirm: (answerId) => void runs.delete(answerId),
		refuse(answerId) {
			const command = runs.get(answerId)?.command ?? null;
			runs.delete(answerId);
			removeFromOutbox(answerId).catch(logOutbox);
			return command;
		},
		stop(answerId) {
			const run = runs.get(answerId);
			if (run) run.isStopped = true;
		},
		request(command) {
			return new Promise((resolve) => requests.set(command.requestId, { command, resolve }));
		},
		settle(requestId, reply) {
			requests.get(requestId)?.resolve(reply);
			requests.delete(requestId);
		},
		hasRuns: () => runs.size > 0,
		hasRequests: () => requests.size > 0,
		postAll() {
			for (const [answerId, { command, isStopped }] of runs) {
				post(command);
				if (isStopped) post({ type: 'stop', answerId });
			}
			for (const { command } of requests.values()) post(command);
		},
		async resend() {
			try {
				for (const command of await readOutbox()) if (!runs.has(command.answerId)) post(command);
			} catch (error) {
				logOutbox(error);
			}
		},
		close() {
			for (const { resolve } of requests.values()) resolve(null);
			requests.clear();
		},
	};
}
