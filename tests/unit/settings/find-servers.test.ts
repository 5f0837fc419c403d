import { describe, expect, it } from 'vitest';
import { findServers, type ServerSearch } from '../../../components/settings/fixes/find-servers.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient, type FakeServer } from './fake-client.ts';

const OLLAMA = presetOf('ollama').url;
const LLAMA_CPP = presetOf('llama_cpp').url;
const JAN = presetOf('jan').url;

const search = (servers: Record<string, FakeServer>) =>
	findServers(createFakeClient(servers), () => undefined);

/** What answers, by its place: the server that it is taken for, and how many models it has. */
async function found(servers: Record<string, FakeServer>) {
	return (await search(servers)).found.map(({ server, port, models }) => [server, port, models]);
}

describe('looking for servers on this computer', () => {
	it('asks all places at once, none elsewhere, and sends no key', async () => {
		const client = createFakeClient({});
		const looking = findServers(client, () => undefined);
		const ports = client.asked.map(({ url }) => new URL(url).port);
		expect(new Set(ports)).toEqual(
			new Set(['11434', '1234', '8080', '3000', '8000', '1337', '5001', '4000', '8976']),
		);
		expect(client.asked.every(({ url }) => url.startsWith('http://127.0.0.1:'))).toBe(true);
		expect(client.asked.every(({ apiKey }) => apiKey === undefined)).toBe(true);
		expect((await looking).looked).toBe(ports.length);
	});

	it('tells of each answer as it comes, before the slowest', async () => {
		const client = createFakeClient({ [OLLAMA]: { models: ['llama'] } });
		const { listModels } = client;
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		client.listModels = async (endpoint, key) => {
			if (endpoint.kind === 'server' && endpoint.url === LLAMA_CPP) await held;
			return listModels(endpoint, key);
		};
		const told: ServerSearch[] = [];
		const looking = findServers(client, (now) => told.push(now));
		await expect.poll(() => told.at(-1)?.looked).toBe(9);
		expect(told.at(-1)).toMatchObject({ places: 10, found: [{ server: 'ollama' }] });
		release();
		expect((await looking).looked).toBe(10);
		expect(told.map(({ looked }) => looked)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
	});

	it.each<[string, Record<string, FakeServer>, unknown[]]>([
		['Ollama', { [OLLAMA]: { models: ['a', 'b'] } }, ['ollama', '11434', 2]],
		['an Ollama without a model', { [OLLAMA]: { models: [] } }, ['ollama', '11434', 0]],
		[
			'an Ollama that refuses extensions',
			{ [OLLAMA]: { models: 'forbidden-origin' } },
			['ollama', '11434', 0],
		],
		['llama.cpp', { [LLAMA_CPP]: { models: ['qwen3-8b-Q4_K_M.gguf'] } }, ['llama_cpp', '8080', 1]],
		['llama.cpp', { [LLAMA_CPP]: { models: ['ggml-org/gemma-3-4b-it-GGUF'] } }, ['llama_cpp', '8080', 1]],
		['LocalAI', { [LLAMA_CPP]: { models: ['gpt-4', 'stablediffusion'] } }, ['localai', '8080', 2]],
		['g4f’s window', { [LLAMA_CPP]: { models: ['gpt-4', 'PollinationsAI'] } }, ['g4f', '8080', 2]],
		['what it cannot tell', { [LLAMA_CPP]: { models: ['mine'] } }, [null, '8080', 1]],
		['g4f', { [JAN]: { models: ['gpt-4o', 'PollinationsAI'] } }, ['g4f', '1337', 2]],
		['Jan, which wants a key', { [JAN]: { models: 'unauthorized' } }, ['jan', '1337', null]],
		[
			'Open WebUI without Docker',
			{ [`${LLAMA_CPP}/api`]: { models: 'unauthorized' }, [LLAMA_CPP]: { models: 'not-an-api' } },
			['open_webui', '8080', null],
		],
		['KoboldCpp', { 'http://127.0.0.1:5001': { models: ['koboldcpp/x'] } }, ['koboldcpp', '5001', 1]],
	])('tells %s', async (_, servers, expected) => {
		expect(await found(servers)).toEqual([expected]);
	});

	it('counts two addresses of one port once', async () => {
		const servers = { [LLAMA_CPP]: { models: ['x.gguf'] }, [`${LLAMA_CPP}/api`]: { models: ['x.gguf'] } };
		expect(await found(servers)).toEqual([['llama_cpp', '8080', 1]]);
	});

	it('does not take a page, or a server of another kind, for one', async () => {
		const servers: Record<string, FakeServer> = {
			'http://127.0.0.1:3000/api': { models: 'not-an-api' },
			'http://127.0.0.1:8000': { models: 'not-found' },
		};
		expect(await found(servers)).toEqual([]);
	});

	it('tells of one that the browser keeps from it', async () => {
		const { found: none, blocked } = await search({ [OLLAMA]: { models: 'permission-needed' } });
		expect([none, blocked]).toEqual([[], OLLAMA]);
	});
});
