import { i18n } from '#i18n';
import type { Message, Part } from '../../utils/chat/schema.ts';
import { attachedName } from '../ui/attached-name.ts';
import type { ShownChat } from './read-chat.ts';

/** What of a message stands in a text, whatever the text's format. */
export type SectionPiece =
	| { type: 'markdown'; text: string }
	/** Shown when the reader opens it. Code is shown letter by letter. */
	| { type: 'folded'; title: string; text: string; isCode: boolean }
	| { type: 'quote'; text: string; title: string; url: string }
	/** `url` is a `data:` address. */
	| { type: 'picture'; name: string; url: string }
	/** A remark of ours. */
	| { type: 'note'; text: string };

export interface Section {
	role: Message['role'];
	/** Who speaks, with the model of an answer. */
	name: string;
	/** Milliseconds since the epoch. */
	createdAt: number;
	pieces: SectionPiece[];
}

export interface SectionOptions {
	/** Whether what the model thought is there, folded. */
	withReasoning: boolean;
}

export function titleOf({ chat }: ShownChat): string {
	return chat.title.replace(/\s+/g, ' ').trim() || i18n.t('history.untitled');
}

/** The chat's messages, one section each. */
export function sectionsOf({ path, pictures }: ShownChat, { withReasoning }: SectionOptions): Section[] {
	return path.map((message) => ({
		role: message.role,
		name: nameOf(message),
		createdAt: message.createdAt,
		pieces: [
			...message.parts.flatMap((part) =>
				part.type === 'reasoning' && !withReasoning ? [] : piecesOf(part, pictures),
			),
			...noteOf(message),
		],
	}));
}

function nameOf({ role, model }: Message): string {
	if (role === 'user') return i18n.t('chat.you');
	return model ? `${i18n.t('chat.lockchat')} (${model})` : i18n.t('chat.lockchat');
}

function piecesOf(part: Part, pictures: ShownChat['pictures']): SectionPiece[] {
	switch (part.type) {
		case 'text':
		case 'refusal':
			return part.text === '' ? [] : [{ type: 'markdown', text: part.text }];
		case 'reasoning':
			return [{ type: 'folded', title: i18n.t('chat.thoughts'), text: part.text, isCode: false }];
		case 'quote':
			return [{ type: 'quote', text: part.text, title: part.title, url: part.url }];
		case 'page': {
			const title = attachedName({ ...part, name: part.title });
			return [
				{ type: 'quote', text: '', title, url: part.url },
				{ type: 'folded', title, text: part.text, isCode: true },
			];
		}
		case 'file': {
			const title = attachedName(part);
			return [
				part.text === ''
					? { type: 'note', text: title }
					: { type: 'folded', title, text: part.text, isCode: true },
			];
		}
		case 'image': {
			const name = part.name ? i18n.t('parts.namedImage', { name: part.name }) : i18n.t('parts.image');
			const url = pictures.get(part.blobId);
			return [url === undefined ? { type: 'note', text: name } : { type: 'picture', name, url }];
		}
		case 'tool': {
			const text = [part.input, part.output ?? ''].filter((words) => words !== '').join('\n\n');
			return [{ type: 'folded', title: i18n.t('parts.tool', { name: part.name }), text, isCode: true }];
		}
		default:
			return [{ type: 'note', text: i18n.t('parts.newer') }];
	}
}

/** That an answer is not whole. */
function noteOf({ status, failure }: Message): SectionPiece[] {
	if (status === 'stopped') return [{ type: 'note', text: i18n.t('chat.stopped') }];
	if (status === 'interrupted') return [{ type: 'note', text: i18n.t('chat.interrupted') }];
	return status === 'failed' && failure?.detail ? [{ type: 'note', text: failure.detail }] : [];
}
