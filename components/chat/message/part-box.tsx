import { i18n } from '#i18n';
import type { GrowthType } from '../../../utils/chat/reduce.ts';
import type { Part, PartOf } from '../../../utils/chat/schema.ts';

/** The name of a part that this version stores and carries along, but cannot draw yet. */
function nameOf(part: Exclude<Part, PartOf<GrowthType>>): string {
	switch (part.type) {
		case 'quote':
		case 'page':
			return i18n.t('parts.page', { name: part.title || part.url || i18n.t('chat.selection') });
		case 'file':
			return i18n.t('parts.file', { name: part.name });
		case 'image':
			return part.name ? i18n.t('parts.namedImage', { name: part.name }) : i18n.t('parts.image');
		case 'tool':
			return i18n.t('parts.tool', { name: part.name });
		default:
			return i18n.t('parts.newer');
	}
}

/** A part as a plain box with its name. */
export function PartBox({ part }: { part: Exclude<Part, PartOf<GrowthType>> }) {
	return (
		<p className="my-1 min-w-0 rounded-md border border-border px-2.5 py-1.5 text-sm text-muted [overflow-wrap:anywhere]">
			{nameOf(part)}
		</p>
	);
}
