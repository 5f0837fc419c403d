import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newDiagnosis } from '../../../components/settings/doctor/diagnosis.ts';
import { doctorReport } from '../../../components/settings/doctor/doctor-report.ts';
import { looksSecret } from '../../../utils/lockchat/address/looks-secret.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { exportSettings, hiddenSecrets } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { maskAddress } from '../../../utils/settings/input/shown-address.ts';
import { outcomeOf, requestTo } from '../lockchat/complete.ts';
import { serveBody } from '../lockchat/serve.ts';

const OWN: ServerEndpoint = {
	kind: 'server',
	id: 'a',
	name: 'Gateway',
	url: 'https://gateway.example/v1?api_key=q-secret-1&api-version=2',
	base: 'https://gateway.example/v1?api_key=q-secret-1&api-version=2',
	models: ['m'],
	supportsStream: true,
	needsAuth: false,
	parameters: { extra: { top_k: 4, auth: { user_token: 'x-secret-2' }, user: 'sk-proj-x-secret-3' } },
};

async function take(file: Blob, passphrase?: string): Promise<string[]> {
	const lines = await importSettings(await readSettingsFile(file), passphrase);
	return lines.map(({ deed, name, of }) => [deed, name, of].filter(Boolean).join(' '));
}

beforeEach(() => fakeBrowser.reset());

describe('case 133: a key that stands in an address or among the parameters of a server', () => {
	it('is in no file in clear, and what was left out is named', async () => {
		await saveEndpoints([OWN]);
		for (const passphrase of [undefined, 'correct horse']) {
			const file = await (await exportSettings(0, passphrase)).text();
			expect(file).not.toContain('secret-');
			expect(file).toContain('api-version=2');
			expect(file).toContain('"top_k": 4');
		}
		const named = ['user_token', 'user', 'api_key'].map((name) => ({ name, of: 'Gateway' }));
		expect(await hiddenSecrets()).toEqual(named);
	});

	it('comes along under a passphrase, and is missed without it', async () => {
		await saveEndpoints([OWN]);
		const [plain, locked] = [await exportSettings(0), await exportSettings(0, 'correct horse')];
		fakeBrowser.reset();
		expect(await take(plain)).toContain('hidden-missing api_key Gateway');
		expect(await endpoints.getValue()).not.toEqual([OWN]);
		const lines = await take(locked, 'correct horse');
		expect(lines.filter((line) => line.startsWith('hidden-missing'))).toEqual([]);
		expect(await endpoints.getValue()).toEqual([OWN]);
	});

	it('stays where it is when a file without it is imported over it', async () => {
		await saveEndpoints([OWN]);
		const lines = await take(await exportSettings(0));
		expect(await endpoints.getValue()).toEqual([OWN]);
		expect(lines.filter((line) => line.startsWith('hidden-missing'))).toEqual([]);
	});

	it('is masked in the report of the connection doctor, and in what a server repeats', async () => {
		const [address, ...rest] = newDiagnosis('m').steps;
		const failed = {
			...address!,
			state: 'failed' as const,
			problem: { code: 'server-error' as const, detail: 'No q-secret-1, no x-secret-2.' },
			fixes: [],
		};
		const diagnosis = { ...newDiagnosis('m'), steps: [failed, ...rest] };
		const patient = { endpoint: OWN, apiKey: '' };
		expect(doctorReport(diagnosis, { version: '1', browser: 'Test', patient })).not.toContain('secret-');
		const server = await serveBody('{"error":{"message":"No pass1, no x-secret-2."}}', { status: 400 });
		const endpoint = { ...OWN, url: `${server.url}/v1?password=pass1` };
		const { error } = await outcomeOf(
			createCompletion(requestTo(server, { endpoint, extra: OWN.parameters?.extra ?? {} })),
		);
		expect(error?.detail).toBe('No •••, no •••.');
		expect(maskAddress(OWN.url)).toBe('https://gateway.example/v1?api_key=•••&api-version=2');
	});

	it.each([
		['key', 'abcd1234', true],
		['apiKey', 'short', true],
		['X-Api-Key', 'a', true],
		['code', 'k3JH2h4kjh3k4jh', true],
		['access_token', 'aaaaaaaaaaaaaaaaa', true],
		['user', 'sk-abc12345', true],
		['header', 'Bearer abc', true],
		['api-version', '2024-10-21', false],
		['eos_token', '</s>', false],
		['stop_token', '<|im_end|>', false],
		['model', 'gpt-4.1', false],
		['code', 'en', false],
		['monkey', 'banana-1', false],
		['key', '', false],
	])('is told by its name or by its looks: %s=%s: %s', (name, value, isSecret) => {
		expect(looksSecret(name, value)).toBe(isSecret);
	});
});
