import { setTimeout as delay } from 'node:timers/promises';
import type { Surface } from '../browser/chaos-browser.ts';
import type { ChaosWindow } from '../chaos-window.ts';
import type { ChaosStep, WindowAction } from '../plan/chaos-step.ts';
import { ask, askInAll, byClick, byDoubleClick, byEnter } from './ask.ts';
import { edit } from './edit.ts';
import { deleteChat, openChat } from './history.ts';
import type { Stage } from './stage.ts';

const MAX_WINDOWS = 3;

/** Presses a button; counted only if the button was there. */
async function press(
	{ page }: ChaosWindow,
	name: string,
	count: () => unknown = () => undefined,
): Promise<string | null> {
	if (!(await page.click(name))) return null;
	count();
	return name;
}

async function close({ windows, ledger }: Stage, window: ChaosWindow): Promise<string> {
	ledger.closings.push({ at: Date.now(), window: window.name });
	windows.splice(windows.indexOf(window), 1);
	await window.page.close();
	return window.name;
}

function actIn(stage: Stage, window: ChaosWindow, action: WindowAction): Promise<string | null> {
	const { ledger } = stage;
	const at = Date.now();
	const order = () => ledger.orders.push({ at, window: window.name, question: null });
	switch (action) {
		case 'ask by Enter':
			return ask(stage, window, byEnter);
		case 'ask by a click':
			return ask(stage, window, byClick);
		case 'ask by a double click':
			return ask(stage, window, byDoubleClick);
		case 'stop':
			return press(window, 'Stop', () => ledger.stops.push(at));
		case 'retry':
			return press(window, 'Retry', order);
		case 'regenerate':
			return press(window, 'Regenerate', order);
		case 'continue':
			return press(window, 'Continue', () => {
				ledger.continues += 1;
			});
		case 'edit':
			return edit(stage, window);
		case 'previous version':
			return press(window, 'Previous version');
		case 'next version':
			return press(window, 'Next version');
		case 'new chat':
			return press(window, 'New chat');
		case 'open a chat':
			return openChat(window);
		case 'delete the chat':
			return deleteChat(stage, window);
		case 'close':
			return close(stage, window);
	}
}

async function open(stage: Stage, surface: Surface): Promise<string | null> {
	if (stage.windows.length >= MAX_WINDOWS) return null;
	const name = stage.nextWindow(surface);
	stage.windows.push({ name, page: await stage.browser.open(surface) });
	return name;
}

async function kill({ browser, ledger }: Stage): Promise<string> {
	const from = Date.now();
	await browser.kill();
	ledger.kills.push({ from, to: Date.now() });
	return 'the background';
}

/** Plays one step. Returns what was done, for the log; null if the step was impossible. */
export async function act(stage: Stage, step: ChaosStep): Promise<string | null> {
	await delay(step.pauseMs);
	switch (step.do) {
		case 'open':
			return open(stage, step.surface);
		case 'kill':
			return kill(stage);
		case 'ask in all windows at once':
			return askInAll(stage);
		default: {
			const window = stage.windows[step.window % Math.max(1, stage.windows.length)];
			if (!window) return null;
			await window.page.bringToFront();
			const done = await actIn(stage, window, step.do);
			return done && `${done}, in ${window.name}`;
		}
	}
}
