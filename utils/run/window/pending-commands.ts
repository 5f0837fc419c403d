import { putInOutbox, readOutbox, removeChatFromOutbox, removeFromOutbox } from '../outbox.ts';
import { fitsPort } from '../port-size.ts';
import { type Command, chatIdOf, type Reply, type RunCommand } from '../protocol.ts';

export type Request = Extract<Command, { requestId: string }>;

/** The commands that a window has posted and the background has not confirmed yet: all of them can be posted again. */
export interface PendingCommands {
	/** Notes that an answer is asked for. The command is pending until `confirm` or `refuse`. */
	add(command: RunCommand): void;
	/** To be called when the background has saved what was asked, or knows that it cannot. */
	confirm(answerId: string): void;
	/** To be called when the answer will never run. Returns the command that asked for it, if that was pending. */
	refuse(answerId: string): RunCommand | null;
	/** Notes that the user stopped an answer. If its command is pending, a stop is posted behind it from now on. */
	stop(answerId: string): void;
	/** To be called when the chat is deleted: its commands are not posted again. */
	forgetChat(chatId: string): void;
	/** Posts a request. Resolves with the reply, or with null if the window closes first or the background refuses. */
	request(command: Request): Promise<Reply | null>;
	/** To be called with the reply to a request, or with null when the background refuses it. */
	resolveRequest(requestId: string, reply: Reply | null): void;
	hasRuns(): boolean;
	hasRequests(): boolean;
	/** Posts all pending commands, in the order they were given. */
	postAll(): void;
	/** Posts the questions of the outbox, which may have been lost with their window and background. Never rejects. */
	resend(): Promise<void>;
	close(): void;
}

const logOutbox = (error: unknown) => console.error('The outbox of questions cannot be used.', error);

interface Asked {
	command: RunCommand;
	isStopped: boolean;
}

export function createPendingCommands(post: (command: Command) => void): PendingCommands {
	const runs = new Map<string, Asked>();
	const requests = new Map<string, { command: Request; resolve: (reply: Reply | null) => void }>();

	function keepCopy({ command, isStopped }: Asked): void {
		if (command.type === 'ask') putInOutbox({ command, isStopped }).catch(logOutbox);
	}

	function postAsked({ command, isStopped }: Asked): void {
		post(command);
		if (isStopped) post({ type: 'stop', answerId: command.answerId });
	}

	return {
		add(command) {
			const asked = { command, isStopped: false };
			runs.set(command.answerId, asked);
			keepCopy(asked);
		},
		confirm: (answerId) => void runs.delete(answerId),
		refuse(answerId) {
			const command = runs.get(answerId)?.command ?? null;
			runs.delete(answerId);
			removeFromOutbox(answerId).catch(logOutbox);
			return command;
		},
		stop(answerId) {
			const asked = runs.get(answerId);
			if (!asked) return;
			asked.isStopped = true;
			keepCopy(asked);
		},
		forgetChat(chatId) {
			for (const [answerId, { command }] of runs) if (chatIdOf(command) === chatId) runs.delete(answerId);
			removeChatFromOutbox(chatId).catch(logOutbox);
		},
		request(command) {
			return new Promise((resolve) => requests.set(command.requestId, { command, resolve }));
		},
		resolveRequest(requestId, reply) {
			requests.get(requestId)?.resolve(reply);
			requests.delete(requestId);
		},
		hasRuns: () => runs.size > 0,
		hasRequests: () => requests.size > 0,
		postAll() {
			for (const asked of runs.values()) postAsked(asked);
			for (const { command } of requests.values()) post(command);
		},
		async resend() {
			try {
				for (const sent of await readOutbox()) {
					const { answerId } = sent.command;
					if (runs.has(answerId)) continue;
					// No port will ever carry a command that is too large. If it were posted, it would drop one port after the other.
					if (fitsPort(sent.command)) postAsked(sent);
					else await removeFromOutbox(answerId);
				}
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
