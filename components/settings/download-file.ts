/** Browsers take a file some time after the click and do not tell when; one minute is plenty. */
const REVOKE_AFTER_MS = 60_000;

/** Hands a file to the browser's downloads; the page's policy allows it, as nothing is connected to. */
export function downloadFile(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
