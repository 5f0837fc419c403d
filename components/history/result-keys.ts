import { isEnterKey, keyOf } from '../ui/key-of.ts';

/**
 * Goes through the results of a search with the arrow keys, from the search box and back to it. Enter in the search box
 * opens the first result; on a result it is a button's own key.
 *
 * @param box holds the search box and the results, which have the attribute `data-result`
 */
export function moveAmongResults(event: KeyboardEvent, box: Element | null): void {
	const { target } = event;
	if (!box || !(target instanceof HTMLElement) || event.defaultPrevented) return;
	const search = box.querySelector<HTMLElement>('[type=search]');
	const results = [...box.querySelectorAll<HTMLElement>('[data-result]')];
	const place = results.indexOf(target);
	if (target !== search && place < 0) return;
	const next = nextOf(event, { search, results, place });
	if (!next) return;
	event.preventDefault();
	if (isEnterKey(event)) next.click();
	else next.focus();
}

interface Places {
	search: HTMLElement | null;
	results: readonly HTMLElement[];
	/** The place of the result that has the focus; -1 for the search box. */
	place: number;
}

function nextOf(event: KeyboardEvent, { search, results, place }: Places): HTMLElement | null | undefined {
	if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return null;
	switch (keyOf(event)) {
		case 'ArrowDown':
			return results[place + 1];
		case 'ArrowUp':
			return place > 0 ? results[place - 1] : place === 0 ? search : null;
		case 'Home':
			return place >= 0 ? results[0] : null;
		case 'End':
			return place >= 0 ? results.at(-1) : null;
		case 'Enter':
			return place < 0 ? results[0] : null;
		default:
			return null;
	}
}
