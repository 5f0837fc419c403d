import { describe, expect, it } from 'vitest';
import { isLiveText, livePartsOf, retypeLiveParts } from '../../../utils/chat/live-parts.ts';
import { reduce } from '../../../utils/chat/reduce.ts';
import type { Message, Part } from '../../../utils/chat/schema.ts';

const text = (text: string): Part => ({ type: 'text', text });
const reasoning = (text: string): Part => ({ type: 'reasoning', text });
const refusal = (text: string): Part => ({ type: 'refusal', text });

const message = (parts: Part[]): Message => ({
	id: 'a',
	chatId: 'c',
	parentId: 'q',
	role: 'assistant',
	parts,
	status: 'streaming',
	createdAt: 1,
});
const retypedFrom = (index: number, offset: number) =>
	({ type: 'retype', from: 'text', to: 'reasoning', index, offset }) as const;

describe('text that turns out to be reasoning', () => {
	it.each<[string, Part[], [number, number], Part[]]>([
		['is reasoning', [text('a')], [0, 0], [reasoning('a')]],
		['joins what stands before it', [reasoning('a'), text('b')], [0, 0], [reasoning('ab')]],
		['joins what stands behind it', [text('a'), reasoning('b'), text('c')], [0, 0], [reasoning('abc')]],
		[
			'is only what came from a part on',
			[text('a'), refusal('r'), text('b')],
			[2, 0],
			[text('a'), refusal('r'), reasoning('b')],
		],
		[
			'is only what came from a character on',
			[text('partial thought')],
			[0, 8],
			[text('partial '), reasoning('thought')],
		],
		['is nothing where nothing has come', [text('partial')], [0, 7], [text('partial')]],
		[
			'leaves other parts where they are',
			[text('a'), refusal('r'), text('b')],
			[0, 0],
			[reasoning('a'), refusal('r'), reasoning('b')],
		],
	])('case 71: %s', (_, parts, [index, offset], expected) => {
		const event = retypedFrom(index, offset);
		expect(reduce(message(parts), event).parts).toEqual(expected);
		const drawn = retypeLiveParts(livePartsOf(parts), event);
		expect(drawn.map((part) => (isLiveText(part) ? { ...part, text: part.text.toString() } : part))).toEqual(
			expected,
		);
	});

	it('case 71: keeps the growing text that is drawn', () => {
		const parts = livePartsOf([text('a')]);
		const [drawn] = retypeLiveParts(parts, retypedFrom(0, 0));
		expect(isLiveText(drawn) && drawn.text).toBe(isLiveText(parts[0]) && parts[0].text);
	});
});
