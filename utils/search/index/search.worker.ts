import { CHANNEL, LOCK } from '../protocol.ts';
import { lead } from './lead.ts';
import { openIndex, openIndexInMemory } from './open-index.ts';

// Each window that searches has such a worker. One leads, the others wait for its end, and have loaded nothing yet.
void navigator.locks.request(LOCK, async () => {
	await lead({ channel: new BroadcastChannel(CHANNEL), open: openIndex, openInMemory: openIndexInMemory });
	await new Promise(() => undefined);
});
