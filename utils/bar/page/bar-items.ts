import type { OfferedAction } from '../protocol.ts';

/** How many actions stand in the bar itself. */
const IN_BAR = 3;

export interface BarActions {
	inBar: OfferedAction[];
	inMenu: OfferedAction[];
}

/**
 * Which of the user's actions apply to what is selected, in the user's order: the first three for the bar, the rest for
 * “More”. In a field those that are made for fields go before the others.
 */
export function barActions(offered: readonly OfferedAction[], isField: boolean): BarActions {
	const forField = isField ? offered.filter(({ places }) => places.includes('editable')) : [];
	const forText = offered.filter((one) => one.places.includes('selection') && !forField.includes(one));
	const all = [...forField, ...forText];
	return { inBar: all.slice(0, IN_BAR), inMenu: all.slice(IN_BAR) };
}
