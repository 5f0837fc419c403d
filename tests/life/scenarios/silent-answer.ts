import type { Step } from '../../lockchat-server/types.ts';
import { askInPopup } from '../ask-in-popup.ts';
import type { ShownChat } from '../driver-commands.ts';
import { untilAnswered } from '../until-shown.ts';
import type { Scene } from './scene.ts';

/** What became of an answer whose server was silent for longer than an idle background lives. */
export interface SilentAnswer {
	shown: ShownChat;
	/** Milliseconds from the request to its end, as the server saw it. */
	lastedMs: number;
	/** Whether the client left before the end. */
	isAborted: boolean;
	requests: number;
}

/** Asks a model that plays these steps, in a window that stays open. `says` is the answer that the window must show in the end. */
export async function playSilentAnswer(
	scene: Scene,
	steps: readonly Step[],
	says: string,
): Promise<SilentAnswer> {
	const { life, copy, server, endpoint } = scene;
	const model = server.script(copy, steps);
	const driver = await life.driver(copy);
	const id = await askInPopup(driver, { endpoint, model, text: 'Will you wait?' });
	const isOver = ({ abortedAt, endedAt }: { abortedAt: number | null; endedAt: number | null }) =>
		abortedAt !== null || endedAt !== null;
	const request = await server.waitForRequest((asked) => asked.model === model && isOver(asked));
	await driver.call('front');
	const shown = await untilAnswered(driver, id, says);
	return {
		shown,
		lastedMs: (request.abortedAt ?? request.endedAt ?? 0) - request.startedAt,
		isAborted: request.abortedAt !== null,
		requests: server.requests.filter((asked) => asked.model === model).length,
	};
}
