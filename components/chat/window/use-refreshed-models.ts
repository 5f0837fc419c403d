import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { keyFor, withHeaders } from '../../../utils/settings/keys.ts';
import { listModels } from '../../settings/draft/test-connection.ts';
import { useChatServices } from '../services/chat-services.ts';

/** Asks all servers for their models, each with its own key, and says how that went. */
export function useRefreshedModels(endpoints: readonly Endpoint[]) {
	const { client } = useChatServices();
	const [words, setWords] = useState<string | null>(null);
	const isRunning = useRef(false);

	async function ask(stored: Endpoint): Promise<string | null> {
		const endpoint = stored.kind === 'server' ? await withHeaders(stored) : stored;
		const { ok } = await listModels(client, { endpoint, apiKey: (await keyFor(stored.id)) ?? '' });
		return ok ? null : stored.name;
	}

	async function start(): Promise<void> {
		if (isRunning.current) return;
		isRunning.current = true;
		setWords(i18n.t('chat.choose.refreshing'));
		const silent = (await Promise.all(endpoints.map(ask))).filter((name) => name !== null);
		isRunning.current = false;
		setWords(
			silent.length === 0
				? i18n.t('chat.choose.refreshed')
				: i18n.t('chat.choose.notRefreshed', { names: silent.join(', ') }),
		);
	}

	return { start, words };
}
