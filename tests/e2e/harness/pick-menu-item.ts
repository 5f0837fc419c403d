import type { Hands } from './hands.ts';

/**
 * Picks one of our items in a page's open context menu. 0 is the first in the submenu of “Ask Lockchat”. That submenu
 * opens to the right, and “Ask Lockchat” stands above Inspect, which is the last item of the menu.
 */
export async function pickMenuItem(hands: Hands, item: number): Promise<void> {
	// The menu is on the screen before it accepts keys.
	await hands.untilStill();
	await hands.press('Up', 'Up');
	await hands.opening(() => hands.press('Right'));
	await hands.press(...Array<string>(item).fill('Down'), 'Return');
}
