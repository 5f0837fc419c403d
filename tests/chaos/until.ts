import { setTimeout as delay } from 'node:timers/promises';

/** Pages and databases of another process tell nobody when they change. */
const LOOK_EVERY_MS = 40;

/** Looks again and again until `look` finds something, or time is up: then null. */
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
