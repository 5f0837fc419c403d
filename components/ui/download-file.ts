/** Browsers take a file some time after the click and do not tell when; one minute is plenty. */
const REVOKE_AFTER_MS = 60_000;

/** A file's name with the day as this computer's clock and zone have it. */
export function datedName(name: string, day: Date): string {
	const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
	return `${name}-${parts.map((part) => String(part).padStart(2, '0')).join('-')}.json`;
}

/** Hands a file to the browser's downloads; the page's policy allows it, as nothing is connected to. */
export function downloadFile(file: Blob, name: string): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
