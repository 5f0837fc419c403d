/** A file that a test drops or pastes: its bytes as base64, which travels into any page. */
export interface GivenFile {
	name: string;
	mime: string;
	base64: string;
}

/** Runs in the page: gives it files as a drop on the window does, or a paste. */
export function giveFiles({ how, files }: { how: 'drop' | 'paste'; files: readonly GivenFile[] }): void {
	const data = new DataTransfer();
	for (const { name, mime, base64 } of files) {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		data.items.add(new File([bytes], name, { type: mime }));
	}
	const options = { bubbles: true, cancelable: true };
	const event =
		how === 'drop'
			? new DragEvent('drop', { ...options, dataTransfer: data })
			: new ClipboardEvent('paste', { ...options, clipboardData: data });
	(document.activeElement ?? document.body).dispatchEvent(event);
}
