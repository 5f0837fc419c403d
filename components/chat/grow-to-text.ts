/** Makes a text box as high as its text where CSS cannot (`field-sizing` is younger than some browsers we support). */
export function growToText(box: HTMLTextAreaElement): void {
	if (CSS.supports('field-sizing', 'content')) return;
	box.style.height = 'auto';
	box.style.height = `${box.scrollHeight}px`;
}
