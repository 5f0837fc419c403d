import { describe, expect, it } from 'vitest';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import {
	type Asked,
	examineIn,
	failureOf,
	json,
	LIST,
	serve,
	setUpDoctor,
	states,
	WHOLE,
} from './doctor-world.ts';

const doctor = setUpDoctor();
const examine = (url: string, asked?: Asked) => examineIn(doctor().world, url, asked);

describe('the connection doctor', () => {
	it('takes all steps of a server that works, one after the other, each with its time', async () => {
		const { diagnosis, told } = await examine(doctor().served.server.url, { apiKey: 'k-1' });
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok ok ok ok ok');
		expect(diagnosis.isRunning).toBe(false);
		expect(diagnosis.steps.every(({ ms }) => ms !== undefined && Number.isInteger(ms) && ms >= 0)).toBe(true);
		for (const { steps } of told) {
			expect(steps.filter(({ state }) => state === 'running').length).toBeLessThanOrEqual(1);
		}
	});

	it('takes the server’s own model where the user named none', async () => {
		const { diagnosis } = await examine(doctor().served.server.url, {
			model: 'unknown',
			isModelGuessed: true,
		});
		expect(states(diagnosis)).toBe('ok ok ok unencrypted ok no-key ok ok ok');
		expect(diagnosis.models).toContain(diagnosis.model);
	});

	it('finds a server down, and asks it nothing more', async () => {
		const { diagnosis } = await examine('http://127.0.0.1:1');
		expect(failureOf(diagnosis)).toEqual([{ id: 'reach', code: 'unreachable', fixes: [] }]);
		expect(states(diagnosis)).toBe('ok failed ok unencrypted earlier earlier earlier earlier earlier');
	});

	it('takes an answer for proof of a key and a model that no list tells of', async () => {
		const url = await serve(({ path, stream }, response) => {
			if (!path.endsWith('/chat/completions')) return json(response, 404, {});
			if (!stream) return json(response, 200, WHOLE);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.end(
				'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
			);
		});
		expect(states((await examine(url)).diagnosis)).toBe('ok ok ok unencrypted ok ok ok ok ok');
	});

	it('tries a stream also where a whole answer is refused', async () => {
		const url = await serve(({ stream }, response) => {
			if (stream === false) return json(response, 400, { error: { message: 'Only streams' } });
			if (stream === undefined) return json(response, 200, LIST);
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.end(
				'data: {"choices":[{"delta":{"content":"Hi"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
			);
		});
		expect(states((await examine(url, { model: 'm' })).diagnosis)).toMatch(/failed ok$/);
	});

	it('goes on from the step that failed, and keeps what was found before', async () => {
		const { diagnosis } = await examine(doctor().served.server.url, { model: 'gpt-5000' });
		const again = await examine(doctor().served.server.url, { from: 'model', known: diagnosis });
		expect(states(again.diagnosis)).toBe('ok ok ok unencrypted ok no-key ok ok ok');
		expect(again.diagnosis.steps.slice(0, 6)).toEqual(diagnosis.steps.slice(0, 6));
	});

	it('leaves nothing running once it is cancelled, and tells of nothing more', async () => {
		const model = doctor().served.server.script('silent', [{ stall: true }]);
		const controller = new AbortController();
		const running = examine(doctor().served.server.url, { model, signal: controller.signal });
		const request = await doctor().served.server.waitForRequest((one) => one.model === model);
		controller.abort();
		const { diagnosis } = await running;
		expect(diagnosis.isRunning).toBe(true);
		expect(diagnosis.steps.at(-1)?.state).toBe('waiting');
		await expect.poll(() => request.abortedAt).not.toBeNull();
	});

	it('asks nothing but the server’s own origin for other addresses', async () => {
		const asked: string[] = [];
		const { client } = doctor().world;
		doctor().world = {
			...doctor().world,
			client: {
				probe(endpoint, probe, access) {
					asked.push(whereTo(endpoint)?.address ?? '');
					return client.probe(endpoint, probe, access);
				},
			},
		};
		await examine(`${doctor().served.server.url}/nowhere/at/all?token=t-1`);
		expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([doctor().served.server.url]));
	});
});
