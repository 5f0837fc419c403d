import type { ComposerModel } from '../services/composer-model.ts';

/**
 * Whether formatted words are in the clipboard: office programs add a picture of them. A picture that is copied from a page
 * may have its address as the words.
 */
function hasWords(data: DataTransfer): boolean {
	return data.types.includes('text/html') && /^(?!\w+:\S+$)./s.test(data.getData('text/plain').trim());
}

/**
 * Hears of files that are pasted into the window, or dropped or dragged onto it. The browser would open a file that is
 * dropped, in the place of the chat. Returns a function that stops it.
 */
export function hearFiles(want: ComposerModel['want']): () => void {
	const hear = (event: DragEvent | ClipboardEvent) => {
		const data = 'dataTransfer' in event ? event.dataTransfer : event.clipboardData;
		if (!data?.types.includes('Files') || hasWords(data)) return;
		event.preventDefault();
		if (event.type === 'dragenter') want({ type: 'drop-place' });
		else if (data.files.length > 0) want({ type: 'files', files: [...data.files] });
	};
	const types = ['paste', 'drop', 'dragover', 'dragenter'] as const;
	for (const type of types) window.addEventListener(type, hear);
	return () => {
		for (const type of types) window.removeEventListener(type, hear);
	};
}
