export interface Part {
	text: string;
	isLong: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts out the lines that are longer than `limit`, code fences excepted, which read lines of any length.
 * The parts together are the source.
 */
export function splitLongLines(source: string, limit: number): Part[] {
	if (!hasLongLine(source, limit)) return [{ text: source, isLong: false }];
	const parts: Part[] = [];
	let fence = '';
	let partStart = 0;
	for (let start = 0; start < source.length; ) {
		const end = lineEnd(source, start);
		const marker = FENCE.exec(source.slice(start, Math.min(end, start + 200)))?.[1];
		if (fence === '' && end - start > limit) {
			if (start > partStart) parts.push({ text: source.slice(partStart, start), isLong: false });
			parts.push({ text: source.slice(start, end), isLong: true });
			partStart = end;
		} else if (marker !== undefined) {
			if (fence === '') fence = marker;
			else if (marker.startsWith(fence)) fence = '';
		}
		start = end;
	}
	if (partStart < source.length) parts.push({ text: source.slice(partStart), isLong: false });
	return parts;
}

function hasLongLine(source: string, limit: number): boolean {
	if (source.length <= limit) return false;
	for (let start = 0; start < source.length; ) {
		const end = lineEnd(source, start);
		if (end - start > limit) return true;
		start = end;
	}
	return false;
}

/** Past the line that begins at `start`, its end included. */
function lineEnd(source: string, start: number): number {
	const index = source.indexOf('\n', start);
	return index < 0 ? source.length : index + 1;
}
