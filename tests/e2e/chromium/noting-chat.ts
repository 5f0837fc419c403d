import type { test } from '../harness/chromium.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];

/** Opens a panel with a model that answers “Noted.” to every question. */
export async function openNotingChat({
	extension,
	endpoint,
	server,
}: Pick<Fixtures, 'extension' | 'endpoint' | 'server'>): Promise<ChatPage> {
	const model = server.script('noted', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	return chatOn(await extension.open('sidepanel.html'));
}
