import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { putInOutbox, readOutbox } from '../../../utils/run/outbox.ts';
import type { Command } from '../../../utils/run/protocol.ts';
import { createPendingCommands } from '../../../utils/run/window/pending-commands.ts';

type Ask = Extract<Command, { type: 'ask' }>;

function question(answerId: string, createdAt: number, text = 'Hi?'): Ask {
	const chat = {
		id: 'chat',
		title: '',
		endpointId: 'local',
		model: 'm',
		leafId: null,
		createdAt,
		updatedAt: createdAt,
	};
	const message = {
		id: `q-${answerId}`,
		chatId: 'chat',
		parentId: null,
		role: 'user',
		parts: [{ type: 'text', text }],
		status: 'done',
		createdAt,
	};
	return { type: 'ask', answerId, chat, question: message } as unknown as Ask;
}

describe('the questions that an earlier window has left in the outbox', () => {
	let posted: Command[];
	let pending: ReturnType<typeof createPendingCommands>;
	beforeEach(() => {
		fakeBrowser.reset();
		posted = [];
		pending = createPendingCommands((command) => posted.push(command));
	});
	const ids = () => posted.map((command) => [command.type, 'answerId' in command && command.answerId]);

	it('are posted in the order in which they were asked, a stopped one with its stop behind it', async () => {
		await putInOutbox({ command: question('late', 2), isStopped: false });
		await putInOutbox({ command: question('early', 1), isStopped: true });
		await pending.resend();
		expect(ids()).toEqual([
			['ask', 'early'],
			['stop', 'early'],
			['ask', 'late'],
		]);
	});

	it('are left to this window where it has asked them itself', async () => {
		const own = question('own', 1);
		pending.add(own);
		await putInOutbox({ command: own, isStopped: false });
		await putInOutbox({ command: question('other', 2), isStopped: false });
		await pending.resend();
		expect(ids()).toEqual([['ask', 'other']]);
	});

	it('are dropped where no port can carry them, and the others are posted all the same', async () => {
		await putInOutbox({ command: question('huge', 1, 'x'.repeat(65 * 1024 * 1024)), isStopped: false });
		await putInOutbox({ command: question('small', 2), isStopped: false });
		await pending.resend();
		expect(ids()).toEqual([['ask', 'small']]);
		expect((await readOutbox()).map(({ command }) => command.answerId)).toEqual(['small']);
	});
});
