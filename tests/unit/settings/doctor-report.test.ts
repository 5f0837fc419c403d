import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnosis, newDiagnosis } from '../../../components/settings/doctor/diagnosis.ts';
import { doctorReport } from '../../../components/settings/doctor/doctor-report.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';

const FRAME = { version: '1.0.0', browser: 'Mozilla/5.0 Test' };

function diagnosisOf(model: string, detail: string): Diagnosis {
	const [address, reach, ...rest] = newDiagnosis(model).steps;
	return {
		...newDiagnosis(model),
		isRunning: false,
		steps: [
			{ ...address!, state: 'ok', ms: 0 },
			{
				...reach!,
				state: 'failed',
				ms: 12,
				problem: { code: 'server-error', status: 500, detail },
				fixes: [],
			},
			...rest.map(({ id }) => ({ id, state: 'skipped', reason: 'earlier' }) as const),
		],
	};
}

function reportOf(detail: string, endpoint: Partial<ServerEndpoint>, apiKey = '', model = 'gpt-4'): string {
	const patient = { endpoint: { ...serverAt('http://127.0.0.1:8976/v1'), ...endpoint }, apiKey };
	return doctorReport(diagnosisOf(model, detail), { ...FRAME, patient });
}

describe('the report of the connection doctor', () => {
	it('holds version, browser, host and path, each step with its time, codes and the server’s words', () => {
		const report = reportOf('Out of memory', { url: 'http://127.0.0.1:8976/v1?token=t-12' });
		expect(report.split('\n').slice(0, 8)).toEqual([
			'Lockchat 1.0.0',
			'Browser: Mozilla/5.0 Test',
			'Server: http://127.0.0.1:8976/v1',
			'Model: gpt-4',
			'Key: no; own headers: 0',
			'1. address: ok, 0 ms',
			'2. reach: failed, 12 ms, server-error, HTTP 500, "Out of memory"',
			'3. network: skipped, earlier',
		]);
	});

	it('holds no key and no header’s value, wherever a server or a user has put it', () => {
		const secret = fc.string({ minLength: 8, maxLength: 40, unit: 'grapheme-ascii' }).filter((text) => {
			return text.trim() === text && !reportOf('', {}).toLowerCase().includes(text.toLowerCase());
		});
		const forms = [
			(text: string) => text,
			encodeURIComponent,
			(text: string) => text.toUpperCase(),
			(text: string) => JSON.stringify(text),
			(text: string) => btoa(text),
			(text: string) => `before${text}behind`,
		];
		fc.assert(
			fc.property(secret, secret, fc.constantFrom(...forms), (key, header, form) => {
				const url = `http://127.0.0.1:8976/${encodeURIComponent(key)}/v1?code=${encodeURIComponent(header)}`;
				const detail = `Bad: ${form(key)} ${form(header)}.`;
				const report = reportOf(detail, { url, headers: { 'X-Key': header } }, key, form(key));
				for (const text of [key, header]) {
					expect(report.toLowerCase()).not.toContain(text.toLowerCase());
					expect(report).not.toContain(encodeURIComponent(text));
					expect(report).not.toContain(btoa(text).replace(/=+$/, ''));
				}
			}),
		);
	});

	it('holds nothing that looks like a key, though nobody has told that it is one', () => {
		const report = reportOf('Bearer abc.def is no sk-proj-1234567', {
			url: 'https://gateway.example/0123456789abcdef0123456789abcdef/v1',
		});
		expect(report).not.toMatch(/abc\.def|1234567|0123456789abcdef/);
		expect(report).toContain('Server: https://gateway.example/•••/v1');
	});
});
