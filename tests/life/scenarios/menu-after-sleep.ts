import { until } from '../../chaos/until.ts';
import { pickMenuItem } from '../../e2e/harness/pick-menu-item.ts';
import type { ShownChat } from '../driver-commands.ts';
import { untilAnswered } from '../until-shown.ts';
import type { Scene } from './scene.ts';

export interface SelectionAsked {
	/** Whether the background slept when the menu was opened. */
	hasSlept: boolean;
	panels: number;
	/** The chat that a new window opens on. */
	shown: ShownChat;
	/** The questions that reached the server. */
	prompts: string[];
}

export const SELECTED = 'Windows only look at it.';

/** One sentence over the whole page, selected. */
const ARTICLE = `<!doctype html><title>Article</title>
<body style="margin: 0; font-size: 150px"><p id="all" style="margin: 0">${SELECTED}</p>
<script>getSelection().selectAllChildren(document.getElementById('all'))</script>`;

/** Within the text, wherever its lines break. */
const ON_TEXT = { x: 300, y: 350 };
/** Some 30 s after its last event, and later on a machine that is busy. */
const SLEEPS_WITHIN_MS = 120_000;
const OPENS_WITHIN_MS = 20_000;

/** Lets the background fall asleep, then asks about a selection by the real menu of the real page. */
export async function playMenuAfterSleep({ life, copy, server, endpoint }: Scene): Promise<SelectionAsked> {
	const model = server.script(copy, [{ token: 'Because.' }, { done: true }]);
	const driver = await life.driver(copy);
	await driver.call('seed', { endpoints: [{ ...endpoint, models: [model] }] });
	await driver.call('watchBackground');
	const stoppedAt = await until(SLEEPS_WITHIN_MS, () => driver.call('backgroundStoppedAt'));

	const { hands, control } = life;
	const fetched = control.serve('/article', ARTICLE);
	await life.visit(`${control.url}/article`);
	await fetched;
	await hands.settle();
	await hands.opening(() => hands.click(ON_TEXT.x, ON_TEXT.y, 3));
	await pickMenuItem(hands, 0);

	await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	const panels = await until(OPENS_WITHIN_MS, async () => {
		const count = await driver.call('countPanels');
		return count > 0 && count;
	});
	await driver.call('front');
	const id = await driver.call('open', 'popup.html');
	return {
		hasSlept: stoppedAt !== null,
		panels: panels ?? 0,
		shown: await untilAnswered(driver, id, 'Because.'),
		prompts: server.requests
			.filter((asked) => asked.model === model)
			.map(({ messages }) => messages.map(({ content }) => content).join('\n')),
	};
}
