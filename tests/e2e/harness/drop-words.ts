/** Runs in the page: drops a link or a text on the chat, or in its message box. Returns whether the page took it. */
export function dropWords({
	on,
	format,
	words,
}: {
	on: 'main' | 'textarea';
	format: string;
	words: string;
}): boolean {
	const dataTransfer = new DataTransfer();
	dataTransfer.setData(format, words);
	const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
	document.querySelector(on)?.dispatchEvent(event);
	return event.defaultPrevented;
}
