import type { Hands } from './hands.ts';

/**
 * Picks an item of ours in a page's open context menu: 0 is the first below “Ask Lockchat”, which stands above
 * Inspect, the last one; its submenu opens to the right.
 */
export async function pickMenuItem(hands: Hands, item: number): Promise<void> {
	// It is on the screen before it takes keys.
	await hands.untilStill();
	await hands.press('Up', 'Up');
	await hands.opening(() => hands.press('Right'));
	await hands.press(...Array<string>(item).fill('Down'), 'Return');
}
