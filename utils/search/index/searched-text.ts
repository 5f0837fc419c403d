import { isRunning } from '../../chat/reduce.ts';
import type { Message, Part } from '../../chat/schema.ts';

function textOfPart(part: Part): string {
	switch (part.type) {
		case 'text':
		case 'refusal':
			return part.text;
		case 'quote':
		case 'page':
			return `${part.title}\n${part.text}`;
		case 'file':
			return `${part.name}\n${part.text}`;
		default:
			return '';
	}
}

/**
 * What of a message is searched: what was said, and what was attached to it. Not the reasoning, which is no answer, and
 * not what tools said. Of an answer that runs nothing yet: its row is written again when it ends.
 */
export function searchedTextOf(message: Message): string {
	if (isRunning(message)) return '';
	return message.parts.map(textOfPart).filter(Boolean).join('\n\n');
}
