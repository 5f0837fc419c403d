/**
 * The text in the clipboard, where the user has allowed this extension to read it; else null. It never makes the browser
 * ask: whoever needs the text can have it pasted.
 */
export async function readClipboard(): Promise<string | null> {
	try {
		// Not in the types, as Firefox does not know it.
		const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName });
		const text = state === 'granted' ? await navigator.clipboard.readText() : '';
		return text.trim() === '' ? null : text;
	} catch (error) {
		console.debug('The clipboard is not to be read; it can be pasted.', error);
		return null;
	}
}
