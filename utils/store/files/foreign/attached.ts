import type { Part } from '../../../chat/schema.ts';
import { countLoss, type Losses, namedImage } from './foreign-chat.ts';
import { fieldsOf, isObject, listOf, nameOf, numberOf, textOf } from './values.ts';

/** An attachment as most programs describe it; each calls its fields a little otherwise. */
interface Attached {
	id: string;
	name: string;
	mime: string;
	/** What was read from it; empty where the file has none of it. */
	text: string;
	width?: number | undefined;
	height?: number | undefined;
}

/** The part of an attachment. Its name is kept always; where its content is not in the file, that is counted. */
export function attachedPart(
	{ id, name, mime, text, width = 0, height = 0 }: Attached,
	losses: Losses,
): Part {
	if (mime.startsWith('image/') || mime === 'image') {
		countLoss(losses, 'image');
		return { ...namedImage(id || name || 'image', name, mime === 'image' ? '' : mime), width, height };
	}
	if (text === '') countLoss(losses, 'attachment');
	return { type: 'file', name: name || id, mime, text };
}

/** The type of a `data:` address; empty where it says none. */
export function mimeOfDataUrl(url: string): string {
	return /^data:([\w.+-]+\/[\w.+-]+)/.exec(url.slice(0, 200))?.[1] ?? '';
}

/** The parts of a list of attachments. */
export function readAttachments(list: unknown, losses: Losses): Part[] {
	return listOf(list)
		.filter(isObject)
		.map((value) => readAttached(value, losses));
}

/** Reads an attachment by the names that ChatGPT, Claude, LibreChat and Open WebUI give its fields. */
function readAttached(value: unknown, losses: Losses): Part {
	const fields = fieldsOf(value);
	const inner = fieldsOf(fields.file);
	const url = textOf(fields.url);
	const isImage = fields.type === 'image';
	const name =
		nameOf(fields.name) ?? nameOf(fields.file_name) ?? nameOf(fields.filename) ?? nameOf(inner.filename);
	const mime = [
		fields.mime_type,
		fields.mimeType,
		fields.file_type,
		fieldsOf(inner.meta).content_type,
		fields.type,
	]
		.map(textOf)
		.find((type) => type.includes('/'));
	const text = [fields.extracted_content, fieldsOf(inner.data).content, fields.content, fields.text]
		.map(textOf)
		.find((found) => found !== '');
	return attachedPart(
		{
			id: textOf(fields.id) || textOf(fields.file_id) || textOf(fields.file_uuid),
			name: name ?? '',
			mime: mime ?? (mimeOfDataUrl(url) || (isImage ? 'image' : '')),
			text: text ?? '',
			width: numberOf(fields.width),
			height: numberOf(fields.height),
		},
		losses,
	);
}
