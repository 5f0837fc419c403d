import { until } from '../chaos/until.ts';
import type { Driver, ShownChat } from './driver-commands.ts';

const WITHIN_MS = 20_000;

/** Waits until a chat window shows what a test expects. */
async function untilShown(
	driver: Driver,
	id: number,
	isExpected: (chat: ShownChat) => boolean,
	withinMs: number,
): Promise<ShownChat> {
	const shown = await until(withinMs, async () => {
		const chat = await driver.call('read', id);
		return isExpected(chat) && chat;
	});
	if (!shown) throw new Error(`The window shows ${JSON.stringify(await driver.call('read', id))}`);
	return shown;
}

/** Waits until the last answer no longer runs, and begins with this text. */
export function untilAnswered(
	driver: Driver,
	id: number,
	says: string,
	withinMs = WITHIN_MS,
): Promise<ShownChat> {
	const isAnswered = ({ answers }: ShownChat): boolean => {
		const last = answers.at(-1);
		return last !== undefined && !last.isBusy && last.text.startsWith(says);
	};
	return untilShown(driver, id, isAnswered, withinMs);
}
