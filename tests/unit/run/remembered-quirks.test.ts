import { expect, it, onTestFinished } from 'vitest';
import type { Script } from '../../lockchat-server/types.ts';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createServedWorld } from './test-world.ts';

const REFUSAL = JSON.stringify({
	error: { message: 'invalid temperature: only 1 is allowed for this model' },
});

/** A model that refuses a temperature, as Kimi's models do. */
const onlyWithoutTemperature: Script = ({ parameters }) =>
	'temperature' in parameters ? [{ status: 400, body: REFUSAL }] : [{ token: 'Hello' }, { done: true }];

async function openWorld(rememberQuirks: () => Promise<void>) {
	const remembered: unknown[][] = [];
	const world = await createServedWorld({
		rememberQuirks(...found) {
			remembered.push(found);
			return rememberQuirks();
		},
	});
	onTestFinished(() => world.close());
	const model = world.server.script('insists', onlyWithoutTemperature);
	return { world, remembered, model, window: world.openWindow() };
}

it('case 73: a run has remembered what its model needs, and tells it with the answer', async () => {
	const { world, remembered, model, window } = await openWorld(async () => undefined);
	window.session.ask('Hi?', { endpointId: 'local', model, temperature: 0.7 });
	const { runs, path } = await until(window, hasEnded);
	expect(runs.get(path.at(-1)?.id ?? '')?.message).toMatchObject({
		status: 'done',
		notes: [{ code: 'asked-without', names: ['temperature'] }],
	});
	expect(remembered).toEqual([['local', model, { without: ['temperature'] }]]);
	expect(world.server.requests).toHaveLength(2);
});

it('case 73: an answer does not fail where that cannot be remembered', async () => {
	const { model, window } = await openWorld(() => Promise.reject(new Error('full')));
	window.session.ask('Hi?', { endpointId: 'local', model, temperature: 0.7 });
	expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'Hello']);
});

it('case 73: a temperature that nobody chose is not sent', async () => {
	const { world, remembered, model, window } = await openWorld(async () => undefined);
	ask(window, model);
	expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'Hello']);
	expect(world.server.requests.map(({ parameters }) => 'temperature' in parameters)).toEqual([false]);
	expect(remembered).toEqual([]);
});
