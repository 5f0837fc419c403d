import type { ChaosStep } from './chaos-step.ts';
import { createDice, type Dice } from './dice.ts';

/** How likely each step is. A step that turns out to be impossible when it is due is left out. */
const WEIGHTS = {
	open: 9,
	close: 7,
	'ask by Enter': 14,
	'ask by a click': 6,
	'ask by a double click': 4,
	'ask in all windows at once': 5,
	stop: 8,
	retry: 5,
	regenerate: 6,
	continue: 9,
	edit: 5,
	'previous version': 3,
	'next version': 2,
	'new chat': 3,
	'open a chat': 3,
	'delete the chat': 3,
	kill: 9,
} as const satisfies Readonly<Record<ChaosStep['do'], number>>;

/** Pauses between steps. Short ones find races; long ones let text gather that could be lost. */
const PAUSES = { heels: 5, short: 5, long: 1 } as const;

function pauseOf(dice: Dice): number {
	switch (dice.pick(PAUSES)) {
		case 'heels':
			return dice.between(0, 30);
		case 'short':
			return dice.between(30, 300);
		case 'long':
			return dice.between(400, 2_000);
	}
}

function stepOf(dice: Dice): ChaosStep {
	const name = dice.pick(WEIGHTS);
	const pauseMs = pauseOf(dice);
	switch (name) {
		case 'open':
			return { do: name, pauseMs, surface: dice.pick({ 'sidepanel.html': 1, 'popup.html': 1 }) };
		case 'kill':
		case 'ask in all windows at once':
			return { do: name, pauseMs };
		default:
			return { do: name, pauseMs, window: dice.between(0, 5) };
	}
}

/** When the next step follows: at once, when the last one has hardly begun, or when an answer is old enough to be saved. */
const PURSUERS = { nobody: 9, kill: 4, 'late kill': 4, close: 3, stop: 1 } as const;

function pursuersOf(dice: Dice, step: ChaosStep): ChaosStep[] {
	if (step.do === 'open' || step.do === 'kill' || step.do === 'close') return [];
	const pursuer = dice.pick(PURSUERS);
	const pauseMs = dice.between(0, 40);
	switch (pursuer) {
		case 'nobody':
			return [];
		case 'kill':
			return [{ do: 'kill', pauseMs }];
		case 'late kill':
			return [{ do: 'kill', pauseMs: dice.between(1_300, 2_600) }];
		default:
			return [{ do: pursuer, pauseMs, window: 'window' in step ? step.window : 0 }];
	}
}

/** The steps of one run; the same seed gives the same steps. A window opens first, since nothing can be done without one. */
export function planRun(seed: number): ChaosStep[] {
	const dice = createDice(`run ${seed}`);
	const rest = Array.from({ length: dice.between(5, 11) }, () => stepOf(dice));
	const first: ChaosStep = { do: 'ask by Enter', pauseMs: 0, window: 0 };
	return [
		{ do: 'open', pauseMs: 0, surface: 'sidepanel.html' },
		...[first, ...rest].flatMap((step) => [step, ...pursuersOf(dice, step)]),
	];
}
