import type { ComposerModel, Wish } from '../services/composer-model.ts';

/**
 * Whether formatted words are in the clipboard: office programs add a picture of them. A picture that is copied from a page
 * may have its address as the words.
 */
function hasWords(data: DataTransfer): boolean {
	return data.types.includes('text/html') && /^(?!\w+:\S+$)./s.test(data.getData('text/plain').trim());
}

/** Marks what is dragged from the window itself. */
const OWN = 'application/x-lockchat';

const isInField = ({ target }: Event): boolean =>
	target instanceof Element && target.closest('input, textarea') !== null;

/** What is to be done with a link or a text that was dropped. Lines of the list that begin with # are remarks (RFC 2483). */
function wishOf(data: DataTransfer): Wish | null {
	const [link] = data
		.getData('text/uri-list')
		.split(/\r?\n/)
		.filter((line) => !line.startsWith('#') && URL.canParse(line));
	if (link !== undefined) return { type: 'link', link };
	const text = data.getData('text/plain').trim();
	return text === '' ? null : { type: 'text', text };
}

/**
 * Hears of files that are pasted into the window, and of files, links and text that are dropped or dragged onto it. The
 * browser would open a file or a link that is dropped, in the place of the chat. A field takes links and text itself; what
 * is dragged from the window itself is nothing new. Returns a function that stops it.
 */
export function hearDrops(want: ComposerModel['want']): () => void {
	const hearFiles = (event: DragEvent | ClipboardEvent, data: DataTransfer) => {
		event.preventDefault();
		if (event.type === 'dragenter') want({ type: 'drop-place' });
		else if (data.files.length > 0) want({ type: 'files', files: [...data.files] });
	};
	const hear = (event: DragEvent | ClipboardEvent) => {
		const isDrag = 'dataTransfer' in event;
		const data = isDrag ? event.dataTransfer : event.clipboardData;
		if (!data) return;
		if (data.types.includes('Files') && !hasWords(data)) return hearFiles(event, data);
		if (!isDrag || isInField(event)) return;
		event.preventDefault();
		if (data.types.includes(OWN)) return;
		if (event.type === 'dragenter') want({ type: 'drop-place' });
		const wish = event.type === 'drop' ? wishOf(data) : null;
		if (wish) want(wish);
	};
	const mark = ({ dataTransfer }: DragEvent) => dataTransfer?.setData(OWN, '1');
	const listeners = {
		paste: hear,
		drop: hear,
		dragover: hear,
		dragenter: hear,
		dragstart: mark,
	};
	const types = Object.keys(listeners) as (keyof typeof listeners)[];
	for (const type of types) window.addEventListener(type, listeners[type] as EventListener);
	return () => {
		for (const type of types) window.removeEventListener(type, listeners[type] as EventListener);
	};
}
