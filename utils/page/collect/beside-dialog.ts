import { boxOf, contains, findAll, parentElement, rootOf } from './nodes.ts';
import { isEmpty } from './rect.ts';

/** Of a dialog that has no box of its own, so many elements in it are asked for theirs. */
const MOST_IN_DIALOG = 20;

/** The dialogs that are seen in the page. */
function openDialogs(): readonly Element[] {
	const root = rootOf(document);
	const all = root
		? [...findAll(root, 'dialog, [aria-modal="true"], [role="dialog"], [role="alertdialog"]')]
		: [];
	const hasBox = (element: Element) => !isEmpty(boxOf(element));
	return all.filter(
		(dialog) =>
			getComputedStyle(dialog).visibility === 'visible' &&
			(hasBox(dialog) || [...findAll(dialog, '*')].slice(0, MOST_IN_DIALOG).some(hasBox)),
	);
}

/**
 * Whether an element stands beside an open dialog, or beside what a dialog stands in. Dialogs are looked for when the first
 * element is asked about, which most pages have none of.
 */
export function besideDialogs(): (element: Element) => boolean {
	let dialogs: readonly Element[] | undefined;
	return (element) => {
		dialogs ??= openDialogs();
		const parent = parentElement(element);
		return parent !== null && dialogs.some((dialog) => contains(parent, dialog));
	};
}
