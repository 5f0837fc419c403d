import type { Endpoint } from '../../utils/lockchat/types.ts';
import type { Driver } from './driver-commands.ts';

/** Connects a copy of the extension to a server's model, and asks that model in a popup page; resolves to the window's id. */
export async function askInPopup(
	driver: Driver,
	{ endpoint, model, text }: { endpoint: Endpoint; model: string; text: string },
): Promise<number> {
	await driver.call('seed', { endpoints: [{ ...endpoint, models: [model] }] });
	const id = await driver.call('open', 'popup.html');
	await driver.call('ask', id, text);
	return id;
}
