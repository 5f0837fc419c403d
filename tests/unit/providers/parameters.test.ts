import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { sentEndpoint, storedEndpoint } from '../../../utils/providers/endpoint.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import { createServerProvider } from '../../../utils/providers/server-provider.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer } from '../../lockchat-server/types.ts';

const ALL = {
	temperature: 0.2,
	maxTokens: 9,
	topP: 0.5,
	stop: ['x'],
	seed: 7,
	presencePenalty: 1,
	frequencyPenalty: -1,
	extra: { top_k: 40 },
};

let server: LockchatServer;
beforeAll(async () => {
	server = await startServer();
	return () => server.close();
});

/** The body of a question to this endpoint, without model and messages. */
async function sentTo(endpoint: ServerEndpoint, temperature?: number | null) {
	const provider = createServerProvider({ hasOrigin: async () => false });
	const model = server.script('says', [{ token: 'a' }, { done: true }]);
	const before = server.requests.length;
	const request = { endpoint, model, messages: [{ role: 'user' as const, content: 'Hi?' }] };
	const asked = temperature === undefined ? request : { ...request, temperature };
	for await (const _ of provider.complete(asked, {}));
	expect(server.requests).toHaveLength(before + 1);
	const {
		model: _,
		stream: _stream,
		stream_options: _options,
		...rest
	} = server.requests.at(-1)?.parameters ?? {};
	return rest;
}

describe('what was chosen for a server', () => {
	it('is sent by the names of the protocol', async () => {
		expect(await sentTo({ ...serverAt(server.url), parameters: ALL })).toEqual({
			temperature: 0.2,
			max_tokens: 9,
			top_p: 0.5,
			stop: ['x'],
			seed: 7,
			presence_penalty: 1,
			frequency_penalty: -1,
			top_k: 40,
		});
	});

	it('is nothing where nothing was chosen: then nothing is sent', async () => {
		expect(await sentTo(serverAt(server.url))).toEqual({});
		expect(await sentTo(serverAt(server.url), null)).toEqual({});
	});

	it('comes behind what was chosen for the chat', async () => {
		expect(await sentTo({ ...serverAt(server.url), parameters: { temperature: 0.2 } }, 1)).toEqual({
			temperature: 1,
		});
		expect(await sentTo({ ...serverAt(server.url), parameters: { temperature: 0.2 } }, null)).toEqual({
			temperature: 0.2,
		});
	});

	it('cannot name what makes up the request itself', async () => {
		const extra = { stream: false, messages: [], model: 'other', top_k: 1 };
		expect(await sentTo({ ...serverAt(server.url), parameters: { extra } })).toEqual({ top_k: 1 });
		expect(server.requests.at(-1)).toMatchObject({ model: 'script:says', messages: [{ content: 'Hi?' }] });
	});

	it('is a temperature of 0.7 with a Lockchat server, and nothing with any other', () => {
		expect(presetOf('local').parameters).toEqual({ temperature: 0.7 });
		expect(presetOf('public_host').parameters).toEqual({ temperature: 0.7 });
		expect(presetOf('ollama').parameters).toBeUndefined();
	});

	it('keeps its good parts when it is read from storage, and those of a newer version', () => {
		const parameters = { ...ALL, topP: 'much', maxTokens: 0, seed: 1.5, ofANewerVersion: 1 };
		const { topP: _, maxTokens: _tokens, seed: _seed, ...rest } = ALL;
		expect(v.parse(storedEndpoint, { ...serverAt(server.url), parameters })).toMatchObject({
			parameters: { ...rest, ofANewerVersion: 1 },
		});
		expect(v.parse(storedEndpoint, { ...serverAt(server.url), parameters: 7 })).toMatchObject({
			parameters: {},
		});
	});

	it('must be right as a whole when it comes from a port', () => {
		const read = (parameters: unknown) =>
			v.safeParse(sentEndpoint, { ...serverAt(server.url), parameters }).success;
		expect(read(ALL)).toBe(true);
		expect(read({ ...ALL, topP: 2 })).toBe(false);
		expect(read({ ofANewerVersion: 1 })).toBe(false);
	});
});
