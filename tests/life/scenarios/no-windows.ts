import { askInPopup } from '../ask-in-popup.ts';
import type { ShownChat } from '../driver-commands.ts';
import { untilAnswered } from '../until-shown.ts';
import type { Scene } from './scene.ts';

export interface AnswerWithoutWindows {
	shown: ShownChat;
	/** Everything that the server said. */
	sentText: string;
	isAborted: boolean;
	requests: number;
}

/** The server says a token a second while every page of the extension is closed; then a window is opened. */
export async function playWithoutWindows(scene: Scene, seconds: number): Promise<AnswerWithoutWindows> {
	const { life, copy, server, endpoint } = scene;
	const model = `demo-long:${seconds}`;
	const first = await life.driver(copy);
	await askInPopup(first, { endpoint, model, text: 'Count.' });
	await server.waitForRequest((asked) => asked.model === model && asked.tokens.length > 0);
	await first.call('leave');

	const request = await server.waitForRequest(
		(asked) => asked.model === model && (asked.endedAt !== null || asked.abortedAt !== null),
	);
	const second = await life.driver(copy);
	const id = await second.call('open', 'popup.html');
	const shown = await untilAnswered(second, id, '1 ');
	return {
		shown,
		sentText: request.sentText.trim(),
		isAborted: request.abortedAt !== null,
		requests: server.requests.filter((asked) => asked.model === model).length,
	};
}
