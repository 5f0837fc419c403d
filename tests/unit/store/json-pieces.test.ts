import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	createJsonPieces,
	type JsonPiece,
	type JsonPiecesOptions,
} from '../../../utils/store/files/json-pieces.ts';

const all: JsonPiecesOptions = { wants: () => true, maxDepth: () => 50 };

/** The document read in pieces of this many characters. */
function read(text: string, step: number, options = all): JsonPiece[] {
	const pieces = createJsonPieces(options);
	const found: JsonPiece[] = [];
	for (let at = 0; at < text.length; at += step) found.push(...pieces.push(text.slice(at, at + step)));
	return [...found, ...pieces.end()];
}

const values = (pieces: readonly JsonPiece[]) => pieces.map(({ text }) => JSON.parse(text ?? 'null'));

describe('a document that is read as it comes', () => {
	it('gives the elements of a list, wherever it is cut', () => {
		const list = fc.array(fc.jsonValue({ maxDepth: 3 }));
		fc.assert(
			fc.property(list, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 2), (given, step, indent) => {
				const text = JSON.stringify(given, null, indent);
				expect(values(read(text, step))).toEqual(JSON.parse(text));
			}),
		);
	});

	it('gives the members of an object, and those of its lists one by one', () => {
		const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
		fc.assert(
			fc.property(object, fc.integer({ min: 1, max: 9 }), (given, step) => {
				const text = JSON.stringify(given);
				const found = new Map<string, unknown>();
				const options = {
					...all,
					onOpen: (_: string, key: string | null) => key !== null && found.set(key, []),
				};
				for (const { key, isElement, text: piece } of read(text, step, options)) {
					const list = found.get(key ?? '');
					const value: unknown = JSON.parse(piece ?? 'null');
					if (isElement && Array.isArray(list)) list.push(value);
					else found.set(key ?? '', value);
				}
				expect(Object.fromEntries(found)).toEqual(JSON.parse(text));
			}),
		);
	});

	it('keeps nothing of what is not wanted', () => {
		const wants = (key: string) => key === 'b';
		expect(read('{"a":[1,{"b":2}],"b":[3],"c":"[","d":{"b":[4]}}', 1, { ...all, wants })).toEqual([
			{ key: 'b', isElement: true, text: '3' },
		]);
	});

	it('says of what lies too deep that it cannot be had, and goes on', () => {
		const deep = `${'['.repeat(51)}${']'.repeat(51)}`;
		expect(read(`[${deep},1]`, 7).map(({ text }) => text)).toEqual([null, '1']);
	});

	it.each(['', '[', '[1', '[1,', '{', '{"a"', '{"a":', '{"a":1', '[1]]', '[1] 2', '{a:1}', '{"a":1]', '["a'])(
		'%j is cut off, or no JSON',
		(text) => {
			expect(() => read(text, 1)).toThrow(expect.objectContaining({ name: 'JsonSyntaxError' }));
		},
	);
});
