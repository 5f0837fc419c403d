import { seenSelection } from '../../page/collect/seen-selection.ts';
import { boxOf, type Selected } from './selected.ts';

/** The selected text as a reader sees it, with its line breaks. */
export function textOfSelected(selected: Selected): string {
	const box = boxOf(selected);
	const selection = window.getSelection();
	if (!box) return selection ? seenSelection(selection).trim() : '';
	const [start, end] = [selected.fromOffset, selected.toOffset].sort((one, other) => one - other);
	return box.value.slice(start, end).trim();
}
