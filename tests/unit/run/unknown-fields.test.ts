import { describe, expect, it } from 'vitest';
import { MAX_UNKNOWN_UNITS, MAX_UNKNOWN_VALUES } from '../../../utils/chat/limits.ts';
import { parseCommand } from '../../../utils/run/background/parse-command.ts';
import { readExportedChat } from '../../../utils/store/files/read-chats-file.ts';
import { chat, question } from '../store/fixtures.ts';

const ENDPOINT = {
	kind: 'server',
	id: 'e',
	name: '',
	url: 'http://127.0.0.1',
	models: [],
	supportsStream: true,
	needsAuth: false,
};
const TEXT = { type: 'text', text: 'Hi?' };

/** Makers of commands that hold `value` in a place that only a newer version knows. */
const PLACES: readonly [place: string, make: (value: unknown) => unknown][] = [
	['a field of a chat', (value) => ask({ ...chat(), mood: value }, [TEXT])],
	['two fields of a chat together', (value) => ask({ ...chat(), mood: halfOf(value), hue: value }, [TEXT])],
	['a field of a question', (value) => ask(chat(), [TEXT], { mood: value })],
	['a field of a part', (value) => ask(chat(), [{ ...TEXT, mood: value }])],
	['a part', (value) => ask(chat(), [TEXT, { type: 'hologram', scene: value }])],
	[
		'a changed chat',
		(value) => ({ type: 'change-unsaved', chat: { ...chat(), mood: value }, deletedIds: [] }),
	],
	['a quirk', (value) => models({ quirks: { m: { mood: value } } })],
	['an extra parameter', (value) => models({ parameters: { extra: { mood: value } } })],
];

function ask(asked: object, parts: object[], fields: object = {}) {
	return { type: 'ask', chat: asked, question: { ...question(), ...fields, parts }, answerId: 'a1' };
}

function models(fields: object) {
	return { type: 'models', requestId: 'r', endpoint: { ...ENDPOINT, ...fields } };
}

/** Half of a text or of a list; null for any other value. */
function halfOf(value: unknown): unknown {
	return typeof value === 'string' || Array.isArray(value) ? value.slice(0, value.length / 2) : null;
}

const nested = (depth: number): unknown => {
	let value: unknown = 7;
	for (let level = 0; level < depth; level += 1) value = [value];
	return value;
};

const TOO_LARGE: readonly [what: string, value: unknown][] = [
	['a text that is too long', 'x'.repeat(MAX_UNKNOWN_UNITS + 1)],
	['texts that are too long together', new Array(9).fill('x'.repeat(MAX_UNKNOWN_UNITS / 8))],
	['a name that is too long', { ['x'.repeat(MAX_UNKNOWN_UNITS + 1)]: 1 }],
	['too many values', new Array(MAX_UNKNOWN_VALUES + 1).fill(0)],
	['too many fields', Object.fromEntries(Array.from({ length: MAX_UNKNOWN_VALUES + 1 }, (_, i) => [i, 0]))],
	['values that are nested too deeply', nested(MAX_UNKNOWN_VALUES + 1)],
];

describe.each(PLACES)('what a newer version has put into %s', (_, make) => {
	it.each([
		['a text', 'x'.repeat(MAX_UNKNOWN_UNITS / 2)],
		['many values', new Array(MAX_UNKNOWN_VALUES / 2).fill(0)],
		['nested values', nested(1_000)],
	])('is kept as it is: %s', (_what, value) => {
		const command = make(value);
		expect(parseCommand(command)).toEqual(command);
	});

	it.each(TOO_LARGE)('is refused with its command where it is %s', (_what, value) => {
		expect(parseCommand(make(value))).toBeNull();
	});
});

describe('an imported chat with more of a newer version than a port takes', () => {
	it.each(TOO_LARGE)('can be asked in, and is without it: %s', (_, value) => {
		const parts = [
			{ ...TEXT, mood: value },
			{ type: 'hologram', scene: value },
		];
		const exported = {
			...chat(),
			mood: value,
			messages: [{ ...question('q'), mood: value, parts }],
		};
		const read = readExportedChat(exported);
		expect(read?.chat).toEqual(chat());
		expect(read?.messages[0]?.parts).toEqual([TEXT]);
		expect(parseCommand(ask(read?.chat ?? {}, [...(read?.messages[0]?.parts ?? [])]))).not.toBeNull();
	});

	it('keeps what a port takes', () => {
		const fields = { mood: { hue: 7 } };
		const parts = [
			{ ...TEXT, ...fields },
			{ type: 'hologram', scene: fields },
		];
		const read = readExportedChat({
			...chat(),
			...fields,
			messages: [{ ...question('q'), ...fields, parts }],
		});
		expect(read?.chat).toEqual({ ...chat(), ...fields });
		expect(read?.messages[0]).toMatchObject({ ...fields, parts });
	});
});
