import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach } from 'vitest';
import { diagnose } from '../../../components/settings/doctor/diagnose.ts';
import { type Diagnosis, newDiagnosis, type StepId } from '../../../components/settings/doctor/diagnosis.ts';
import type { DoctorWorld, Patient } from '../../../components/settings/doctor/examine.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import { createServedWorld, type ServedWorld } from '../run/test-world.ts';

/** What the doctor works with in one test: a test may change `world` before it examines. */
export interface DoctorInTest {
	served: ServedWorld;
	world: DoctorWorld;
}

const closers: (() => unknown)[] = [];

/** Makes the local server and a world around it for each test of the file, and closes both behind it. */
export function setUpDoctor(): () => DoctorInTest {
	let doctor: DoctorInTest;
	beforeEach(async () => {
		const served = await createServedWorld();
		const world = {
			client: served.openWindow().client,
			hasOrigin: async () => true,
			isLocalNetworkDenied: async () => false,
			browserSettings: 'chrome://settings',
			now: () => performance.now(),
		};
		doctor = { served, world };
	});
	afterEach(async () => {
		for (const close of closers.splice(0)) await close();
		await doctor.served.close();
	});
	return () => doctor;
}

/** A server of the test's own. `answer` is told whether a stream is wanted; undefined means that a list of models is. */
export async function serve(
	answer: (
		asked: { path: string; stream: boolean | undefined; headers: IncomingMessage['headers'] },
		response: ServerResponse,
	) => void,
): Promise<string> {
	const server = createServer(async (request, response) => {
		const body = Buffer.concat(await request.toArray()).toString();
		const stream = body === '' ? undefined : JSON.parse(body).stream === true;
		answer({ path: request.url ?? '', stream, headers: request.headers }, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	closers.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function json(response: ServerResponse, status: number, value: unknown): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

export const WHOLE = { choices: [{ message: { role: 'assistant', content: 'Hi' }, finish_reason: 'stop' }] };
export const LIST = { data: [{ id: 'm' }] };

export interface Asked extends Partial<Omit<Patient, 'endpoint'>> {
	model?: string;
	endpoint?: Partial<ServerEndpoint>;
	from?: StepId;
	known?: Diagnosis;
	signal?: AbortSignal;
}

/** Examines a server by its address, in a world, and collects what the doctor tells. */
export async function examineIn(
	world: DoctorWorld,
	url: string,
	asked: Asked = {},
): Promise<{ diagnosis: Diagnosis; told: Diagnosis[] }> {
	const { model = 'gpt-4', endpoint, apiKey = '', isModelGuessed = false, from = 'address' } = asked;
	const told: Diagnosis[] = [];
	const patient = { endpoint: { ...serverAt(url), models: [model], ...endpoint }, apiKey, isModelGuessed };
	await diagnose(world, patient, {
		known: asked.known ?? newDiagnosis(''),
		from,
		signal: asked.signal ?? new AbortController().signal,
		onChange: (diagnosis) => told.push(diagnosis),
	});
	return { diagnosis: told.at(-1)!, told };
}

/** The states in the order of the steps, in one line. */
export const states = ({ steps }: Diagnosis) =>
	steps.map((step) => (step.state === 'skipped' ? step.reason : step.state)).join(' ');
export const failureOf = ({ steps }: Diagnosis) => {
	const failed = steps.filter((step) => step.state === 'failed');
	return failed.map(({ id, problem, fixes }) => ({ id, code: problem.code, fixes }));
};
