import { until } from '../../chaos/until.ts';
import { askInPopup } from '../ask-in-popup.ts';
import { untilAnswered } from '../until-shown.ts';
import type { Scene } from './scene.ts';

/** Milliseconds since the epoch. */
export interface LastRun {
	endedAt: number;
	backgroundStoppedAt: number | null;
}

/** More than the 30 s after which both browsers stop an idle background, and less than twice as much. */
const STOPS_WITHIN_MS = 50_000;

/** Watches the background during an answer that takes longer than an idle background lives, and afterwards. */
export async function playLastRun({ life, copy, server, endpoint }: Scene): Promise<LastRun> {
	const model = server.script(copy, [
		{ token: 'One.' },
		{ wait: 40_000 },
		{ token: ' Two.' },
		{ done: true },
	]);
	const driver = await life.driver(copy);
	const id = await askInPopup(driver, { endpoint, model, text: 'And then?' });
	await driver.call('watchBackground');
	const request = await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	await driver.call('front');
	await untilAnswered(driver, id, 'One. Two.');
	const backgroundStoppedAt = await until(STOPS_WITHIN_MS, () => driver.call('backgroundStoppedAt'));
	return { endedAt: request.endedAt ?? 0, backgroundStoppedAt };
}
