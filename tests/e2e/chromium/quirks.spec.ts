import type { Script } from '../../lockchat-server/types.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const refuse = (message: string) => [{ status: 400, body: JSON.stringify({ error: { message } }) }];

/** Insists on its own temperature, as Kimi's models do. */
const insists: Script = ({ parameters }) =>
	'temperature' in parameters
		? refuse('invalid temperature: only 1 is allowed for this model')
		: [{ token: 'All is well.' }, { done: true }];

test('case 73: a refused temperature is left out, told, remembered, and forgotten in the settings', async ({
	extension,
	server,
	endpoint,
}) => {
	const model = server.script('insists', insists);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const options = await extension.open('options.html');
	await options.getByRole('spinbutton', { name: 'Temperature' }).fill('0.3');
	await options.getByRole('button', { name: 'Save' }).click();
	await expect(options.getByRole('status')).toHaveText('Saved');

	const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
	const sent = () => server.requests.map(({ parameters }) => parameters.temperature);
	await ask('First?');
	await expect(answers).toContainText('All is well.');
	await expect(answers).toContainText('Asked again without temperature: this model refuses it.');
	expect(sent()).toEqual([0.3, undefined]);
	await ask('Second?');
	await expect(answers.last()).toContainText('All is well.');
	await expect(answers.last()).not.toContainText('Asked again');
	expect(sent()).toEqual([0.3, undefined, undefined]);

	await options.getByRole('button', { name: new RegExp(endpoint.name) }).click();
	const learned = options.getByRole('region', { name: 'Found out about its models' });
	await expect(learned).toContainText('temperature not sent');
	await learned.getByRole('button', { name: `Forget what was found out about ${model}` }).click();
	await expect(learned).toBeHidden();
	await ask('Third?');
	await expect(answers.last()).toContainText('Asked again without temperature');
	expect(sent()).toEqual([0.3, undefined, undefined, 0.3, undefined]);
});

test('case 78: Continue goes on where the server takes no partial answer', async ({
	extension,
	server,
	endpoint,
}) => {
	const model = server.script('no-prefill', ({ messages }) => {
		if (messages.length === 1) return [{ token: 'Once upon a time' }, { hold: 'cut' }, { reset: true }];
		return messages.at(-1)?.role === 'assistant'
			? refuse('Assistant response prefill is incompatible with enable_thinking.')
			: [{ token: 'upon a time there was.' }, { done: true }];
	});
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await ask('A tale?');
	await expect(answers).toContainText('Once upon a time');
	server.release('cut');
	await answers.getByRole('button', { name: 'Continue' }).click();
	await expect(answers).toContainText('Once upon a time there was.');
	await expect(answers).toContainText('Asked to go on in another way');
});
