import { describe, expect, it } from 'vitest';
import { caseModels } from '../../lockchat-server/cases/case-models.mjs';
import { exchange } from './exchange.ts';
import { ANSWER, DONE, extension, JSON_TYPE, PLAYED } from './played-models.ts';
import { runningServer } from './running-server.ts';

/** These models send nothing at all, so there is no byte at which a client could leave. */
const SILENT = ['case-49-head', 'case-49-body'];

describe('a model that plays a fault', () => {
	const server = runningServer();

	it('stands in a table here, whatever its case', () => {
		const known = Object.keys(PLAYED).map((name) => name.split(':')[0]);
		const others = [...caseModels.keys()].filter((name) => !name.startsWith('case-30-'));
		expect(others.sort()).toEqual(known.sort());
	});

	it.each(Object.entries(PLAYED).filter(([name]) => !SILENT.includes(name)))(
		'%s plays exactly that',
		async (model, played) => {
			const { url, requests } = server();
			const seen = await exchange({
				url,
				model,
				headers: played.headers ?? {},
				...(played.leaveAt && { leaveAt: played.leaveAt }),
			});
			expect(seen.status).toBe(played.status === undefined ? 200 : played.status);
			expect(seen.end).toBe(played.end ?? 'ended');
			for (const pattern of [played.body ?? []].flat()) expect(seen.body).toMatch(pattern);
			if (played.without) expect(seen.body).not.toMatch(played.without);
			if (played.type) expect(seen.headers['content-type']).toBe(played.type);
			expect(requests.at(-1)?.sentText).toBe(played.text ?? ANSWER);
		},
	);

	it.each(SILENT)('%s says nothing until the client leaves', async (model) => {
		const { url, waitForRequest } = server();
		const leaving = new AbortController();
		const asked = fetch(`${url}/v1/chat/completions`, {
			method: 'POST',
			body: JSON.stringify({ model, messages: [{ role: 'user', content: 'Hi' }], stream: true }),
			signal: leaving.signal,
		}).then((response) => response.text());
		const isHead = model === 'case-49-body';
		const record = await waitForRequest(
			(request) => request.model === model && (!isHead || request.status === 200),
		);
		leaving.abort();
		await expect(asked).rejects.toThrow('abort');
		await waitForRequest(({ id, abortedAt }) => id === record.id && abortedAt !== null);
		expect(record).toMatchObject({ sentText: '', endedAt: null, status: isHead ? 200 : null });
	});

	it.each([
		['case-45-seconds:5', /^5$/, [429, 200, 429]],
		['case-45-503:5', /^5$/, [503, 200, 503]],
		['case-45-date:5', /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/, [429, 200, 429]],
		['case-45-absurd', /^999999999$/, [429, 200, 429]],
		['case-45-broken', /^soon$/, [429, 200, 429]],
		['case-46', /^undefined$/, [503, 503, 200, 503]],
		['case-46-llama', /^undefined$/, [503, 503, 200, 503]],
	])('%s asks for patience, then answers, then begins anew', async (model, retryAfter, statuses) => {
		const { url } = server();
		for (const status of statuses) {
			const seen = await exchange({ url, model, content: 'Asked again and again' });
			expect(seen.status).toBe(status);
			if (status === 200) expect(seen.body).toMatch(DONE);
			else expect(String(seen.headers['retry-after'])).toMatch(retryAfter);
		}
	});

	it('case-31 lets programs and pages of this computer pass, and answers GET', async () => {
		const { url } = server();
		for (const headers of [{}, { origin: 'http://localhost:3000' }]) {
			expect(await exchange({ url, model: 'case-31', headers })).toMatchObject({ status: 200 });
		}
		const models = await fetch(`${url}/v1/models`, { headers: extension });
		expect(models.status).toBe(200);
	});
});

describe('case 30: an error', () => {
	const server = runningServer();
	const says = /The server says no\./;

	it.each([
		['openai', JSON_TYPE, /^\{"error":\{"message"/, says],
		['string', JSON_TYPE, /^\{"error":"/, says],
		['code', JSON_TYPE, /^\{"code":"Client[^"]*","error":"/, says],
		['object', JSON_TYPE, /^\{"object":"error","message":/, says],
		['message', JSON_TYPE, /^\{"message":/, says],
		['detail', JSON_TYPE, /^\{"detail":"/, says],
		['list', JSON_TYPE, /^\{"detail":\[\{"loc":/, says],
		['msg', JSON_TYPE, /^\{"msg":/, says],
		['html', 'text/html', /^<!DOCTYPE html>/, /<script>/],
		['empty', 'text/plain', /^$/, /^$/],
	])('with a body of the shape “%s” comes with every status', async (shape, type, body, text) => {
		const { url } = server();
		for (const status of [401, 403, 404, 429, 500, 502, 503, 504]) {
			const seen = await exchange({ url, model: `case-30-${status}-${shape}` });
			expect(seen).toMatchObject({ status, end: 'ended' });
			expect(seen.headers['content-type']).toBe(type);
			expect(seen.body).toMatch(body);
			expect(seen.body).toMatch(text);
		}
	});
});
