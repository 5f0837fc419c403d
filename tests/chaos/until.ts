import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds between two looks: pages and databases of another process send no event when they change. */
const LOOK_EVERY_MS = 40;

/** Calls `look` again and again until it finds something; resolves to null when the time is up. */
export async function until<Found>(
	withinMs: number,
	look: () => Promise<Found | null | false>,
): Promise<Found | null> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found !== null && found !== false) return found;
		if (Date.now() > deadline) return null;
		await delay(LOOK_EVERY_MS);
	}
}
