import { until } from '../chaos/until.ts';
import type { Driver, ShownChat } from './driver-commands.ts';

/** Waits until a chat window shows what a test expects. */
async function untilShown(
	driver: Driver,
	id: number,
	isExpected: (chat: ShownChat) => boolean,
): Promise<ShownChat> {
	const WITHIN_MS = 20_000;
	const shown = await until(WITHIN_MS, async () => {
		const chat = await driver.call('read', id);
		return isExpected(chat) && chat;
	});
	if (!shown) throw new Error(`The window shows ${JSON.stringify(await driver.call('read', id))}`);
	return shown;
}

/** Waits until the last answer no longer runs, and begins with this text. */
export function untilAnswered(driver: Driver, id: number, says: string): Promise<ShownChat> {
	return untilShown(driver, id, ({ answers }) => {
		const last = answers.at(-1);
		return last !== undefined && !last.isBusy && last.text.startsWith(says);
	});
}
