import { describe, expect, it } from 'vitest';
import { runningServer } from './running-server.ts';

const server = runningServer({ keptStreamBytes: 1_000 });

function ask(model: string, id?: string, signal?: AbortSignal) {
	return fetch(`${server().url}/v1/chat/completions`, {
		method: 'POST',
		...(id !== undefined && { headers: { 'X-Conversation-Id': id } }),
		body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hi' }], stream: true }),
		...(signal && { signal }),
	});
}
const stream = (id: string, from = 0, method = 'GET') =>
	fetch(`${server().url}/v1/stream?conv_id=${id}&from=${from}`, { method });

describe('a stream that is kept', () => {
	it('goes on when its reader leaves, and is replayed from any byte', async () => {
		const model = server().script('kept', [
			{ token: 'où ' },
			{ hold: 'kept' },
			{ token: 'là' },
			{ done: true },
		]);
		const leaving = new AbortController();
		const { body } = await ask(model, 'kept', leaving.signal);
		await body?.getReader().read();
		leaving.abort();
		const replayed = stream('kept');
		server().release('kept');
		const whole = await (await replayed).text();
		expect(whole).toContain('où ');
		expect(whole).toMatch(/là.*\[DONE\]\n\n$/s);
		const bytes = Buffer.from(whole);
		for (const from of [1, 200, bytes.length]) {
			const rest = Buffer.from(await (await stream('kept', from)).arrayBuffer());
			expect(rest.equals(bytes.subarray(from))).toBe(true);
		}
	});

	it('goes on when its connection is dropped', async () => {
		const model = server().script('dropped', [
			{ token: 'a' },
			{ drop: true },
			{ token: 'b' },
			{ done: true },
		]);
		await expect(ask(model, 'dropped').then((response) => response.text())).rejects.toThrow();
		expect(await (await stream('dropped')).text()).toMatch(/"a".*"b".*DONE/s);
	});

	it('ends at a DELETE, which never fails', async () => {
		const model = server().script('deleted', [{ token: 'a' }, { stall: true }]);
		const answer = (await ask(model, 'deleted')).text();
		expect((await stream('deleted', 0, 'DELETE')).status).toBe(204);
		await answer;
		const record = await server().waitForRequest((request) => request.model === model);
		expect(record.abortedAt).not.toBeNull();
		expect((await stream('deleted')).status).toBe(404);
		expect((await stream('deleted', 0, 'DELETE')).status).toBe(204);
	});

	it('is refused from a byte that is no longer kept', async () => {
		const model = server().script('long', [{ write: `: ${'x'.repeat(1_500)}\n\n` }, { done: true }]);
		await (await ask(model, 'long')).text();
		expect((await stream('long', 0)).status).toBe(400);
		expect((await stream('long', 1_504)).status).toBe(200);
	});

	it('ends where another takes its name', async () => {
		const first = server().script('first', [{ token: 'a' }, { stall: true }]);
		const answer = (await ask(first, 'name')).text();
		const second = server().script('second', [{ token: 'b' }, { done: true }]);
		const whole = await (await ask(second, 'name')).text();
		await answer;
		expect(await (await stream('name')).text()).toBe(whole);
	});

	it('is none without the header', async () => {
		const model = server().script('plain', [{ token: 'a' }, { done: true }]);
		await (await ask(model)).text();
		expect((await stream('plain')).status).toBe(404);
	});
});
