import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { serverAt, serverKind } from '../../../utils/providers/server-endpoint.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { parseParameters } from '../../../utils/settings/input/parameters-input.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse } from './complete.ts';
import { serve } from './serve.ts';

/** How deep: what a server says with an error status is cut before it is read, so that is less deep. */
const DEPTHS = { 200: 100_000, 400: 7_000 } as const;
type Deep = (open: string, close: string, inside: string) => string;
const deepBy =
	(depth: number): Deep =>
	(open, close, inside) =>
		open.repeat(depth) + inside + close.repeat(depth);
const lists = (deep: Deep) => deep('[', ']', '"x"');

describe('a hostile depth', () => {
	it.each<[string, (deep: Deep) => string]>([
		['a complaint', (deep) => `{"detail":${lists(deep)}}`],
		['a list of complaints', lists],
		['a complaint within complaints', (deep) => `{"error":${deep('{"e":', '}', '1')}}`],
		['errors within errors', (deep) => deep('{"error":', '}', '1')],
		['an unknown shape', (deep) => `{"error":{"code":500,"oops":${lists(deep)}}}`],
		['a code', (deep) => `{"message":"no","code":${lists(deep)}}`],
		['the place of a complaint', (deep) => `{"error":{"message":"no","param":${lists(deep)}}}`],
		['the path of a complaint', (deep) => `{"detail":[{"msg":"no","loc":${lists(deep)}}]}`],
		['a quoted complaint', (deep) => `{"error":{"message":"no","metadata":{"raw":${lists(deep)}}}}`],
		['a complaint in a text', (deep) => JSON.stringify({ error: { message: lists(deep) } })],
		['the number of a choice', (deep) => sse(`{"choices":[{"index":${lists(deep)}}]}`) + DONE],
		['a content', (deep) => sse(`{"choices":[{"delta":{"content":${lists(deep)}}}]}`) + DONE],
		[
			'a thought',
			(deep) => sse(`{"choices":[{"delta":{"reasoning":${deep('{"text":', '}', '"a"')}}}]}`) + DONE,
		],
		['an event with a line in it that has no name', (deep) => `data: {"a":\n${lists(deep)}}\n\n`],
	])('case 211: of %s is a failure in words', async (_, bodyOf) => {
		for (const status of [200, 400] as const) {
			const body = bodyOf(deepBy(DEPTHS[status]));
			expect((await complete(body, { status })).error).not.toBeNull();
		}
	});

	it('case 211: beside the words of a complaint leaves them', async () => {
		const list = lists(deepBy(DEPTHS[200]));
		const body = `{"error":{"message":"No such thing.","details":${list},"debug":${list}}}`;
		expect((await complete(body)).error).toMatchObject({ detail: 'No such thing.' });
	});

	it('case 211: of a file of settings is no file of settings', async () => {
		for (const depth of [100, 5_000, 10_000, 100_000]) {
			const extra = '['.repeat(depth) + ']'.repeat(depth);
			const file = new Blob([`{"lockchat":"settings","version":1,"endpoints":[{"extra":${extra}}]}`]);
			await expect(readSettingsFile(file)).rejects.toMatchObject({ name: 'SettingsFileError' });
		}
	});

	it.each([50, 5_000, 50_000])(
		'case 218: of %d in the parameters of a request is told, and nothing is sent',
		async (depth) => {
			let asked = 0;
			const server = await serve((response) => {
				asked += 1;
				response.end();
			});
			for (const value of [lists(deepBy(depth)), deepBy(depth)('{"a":', '}', '1')]) {
				const request = requestTo(server, { extra: { own: JSON.parse(value) } });
				const { error } = await outcomeOf(createCompletion(request));
				expect(error?.code).toBe('parameters-invalid');
				expect(parseParameters({ extra: `{"own":${value}}` })).toEqual({ problems: { extra: 'extra-deep' } });
			}
			expect(asked).toBe(0);
		},
	);

	it('case 218: of stored parameters leaves out those alone', () => {
		const extra = { own: JSON.parse(lists(deepBy(50_000))) };
		const endpoint = { ...serverAt('http://a.example'), parameters: { topP: 0.5, extra } };
		expect(v.parse(serverKind.stored, endpoint).parameters).toEqual({ topP: 0.5 });
	});

	it('case 218: of what a tool is called with leaves the call', async () => {
		for (const args of [JSON.stringify(lists(deepBy(50_000))), lists(deepBy(50_000))]) {
			const call = `{"tool_calls":[{"function":{"name":"find","arguments":${args}}}]}`;
			const { error } = await complete(sse(`{"choices":[{"delta":${call}}]}`) + STOP + DONE);
			expect(error?.code).toBe('tools-unsupported');
			const spoken = sse(delta({ content: 'a' })) + sse(`{"choices":[{"delta":${call}}]}`) + STOP + DONE;
			expect(await complete(spoken)).toMatchObject({ text: 'a', notes: ['tools-asked'], error: null });
		}
	});
});
