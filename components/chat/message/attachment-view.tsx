import type { PartOf } from '../../../utils/chat/schema.ts';
import { AttachedTextView } from './attached-text-view.tsx';
import { PartBox } from './part-box.tsx';
import { PictureView } from './picture-view.tsx';

/** What a question carries beside quotations. It is loaded with the first question that has any. */
export function AttachmentView({ part }: { part: PartOf<'page' | 'file' | 'image'> }) {
	if (part.type === 'image') return <PictureView image={part} />;
	// Of a file that came from another program, only the name may be known.
	if (part.type === 'file' && part.text === '') return <PartBox part={part} />;
	return <AttachedTextView part={part} />;
}
