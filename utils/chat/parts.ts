import { type GrowthType, isGrowthPart } from './reduce.ts';
import type { Attachment, Part, PartOf } from './schema.ts';

/** All pieces of one kind as one text, as the server sent it: nothing is put between the pieces. */
export function textOf(parts: readonly Part[], type: GrowthType = 'text'): string {
	return parts.map((part) => (isGrowthPart(part) && part.type === type ? part.text : '')).join('');
}

/** All parts but the text: what was attached to a question, and what a newer version has put there. */
export function attachmentsOf(parts: readonly Part[]): Exclude<Part, PartOf<GrowthType>>[] {
	return parts.filter((part): part is Exclude<Part, PartOf<GrowthType>> => !isGrowthPart(part));
}

const ATTACHMENTS: readonly Part['type'][] = [
	'quote',
	'page',
	'file',
	'image',
] satisfies Attachment['type'][];

export function isAttachment(part: Part): part is Attachment {
	return ATTACHMENTS.includes(part.type);
}

/** The ids of the pictures among the parts. Their bytes stand apart, under these. */
export function blobIdsOf(parts: readonly Part[]): string[] {
	return parts.flatMap((part) => (part.type === 'image' ? [part.blobId] : []));
}

/** Pictures alone can be asked about; what else is attached needs words. */
export const hasPicture = (parts: readonly Part[]): boolean => parts.some(({ type }) => type === 'image');

/** A question's parts: what is attached first, then the text, if there is any. */
export function questionParts(text: string, attachments: readonly Part[]): Part[] {
	return text === '' ? [...attachments] : [...attachments, { type: 'text', text }];
}
