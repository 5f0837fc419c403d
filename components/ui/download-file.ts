/** Browsers read the file some time after the click and do not say when. One minute is more than enough. */
const REVOKE_AFTER_MS = 60_000;

/** A file name that holds today's date in this computer's time zone. */
export function datedName(name: string, day: Date): string {
	const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
	return `${name}-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}

/** Saves a file by the browser's downloads. The page's policy allows this, since the page connects to nothing. */
export function downloadFile(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
