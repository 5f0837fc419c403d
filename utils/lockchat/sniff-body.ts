export type BodyKind = 'event-stream' | 'json' | 'html' | 'text' | 'empty';

const FIELDS = ['data:', 'event:', 'id:', 'retry:', 'error:', ':'];
const LONGEST_FIELD = 6;

/**
 * What a body is, by how it begins: servers send events as text/plain, errors as text/event-stream, and whole
 * completions where a stream was asked for. The content type decides only where the beginning doesn't.
 *
 * @param start the body so far, without white space before it.
 * @returns null while more of the body is needed.
 */
export function sniffBody(start: string, about: { contentType: string; isWhole: boolean }): BodyKind | null {
	const isEventStream = about.contentType.startsWith('text/event-stream');
	if (start === '') return about.isWhole ? (isEventStream ? 'event-stream' : 'empty') : null;
	if (start.startsWith('{') || start.startsWith('[')) return 'json';
	if (start.startsWith('<')) return 'html';
	if (FIELDS.some((field) => start.startsWith(field))) return 'event-stream';
	if (start.length < LONGEST_FIELD && !about.isWhole) return null;
	return isEventStream ? 'event-stream' : 'text';
}
