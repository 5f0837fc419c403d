import { useState } from 'react';
import type { ParsedEndpoint } from '../../utils/settings/endpoint-input.ts';
import { type ConnectOutcome, connect } from './connect.ts';
import type { ConnectionClient } from './test-connection.ts';

export type ConnectState =
	| { type: 'idle' }
	| { type: 'connecting'; name: string }
	| { type: 'failed'; outcome: ConnectOutcome & { ok: false }; retry: () => void }
	| { type: 'not-stored'; detail: string };

export interface ConnectCardProps {
	client: ConnectionClient;
	/** Called when a server has answered and is stored as the default. */
	onConnected?: ((endpointId: string) => void) | undefined;
}

/** Connects one server at a time, and tells how far it is. */
export function useConnect({ client, onConnected }: ConnectCardProps) {
	const [state, setState] = useState<ConnectState>({ type: 'idle' });

	async function start(parsed: ParsedEndpoint & { ok: true }, isModelGuessed: boolean): Promise<void> {
		setState({ type: 'connecting', name: parsed.endpoint.name });
		try {
			const outcome = await connect(client, parsed, isModelGuessed);
			if (outcome.ok) {
				setState({ type: 'idle' });
				onConnected?.(outcome.endpoint.id);
			} else setState({ type: 'failed', outcome, retry: () => void start(parsed, isModelGuessed) });
		} catch (error) {
			const detail = error instanceof Error ? error.message : String(error);
			setState({ type: 'not-stored', detail });
		}
	}

	return { state, start, reset: () => setState({ type: 'idle' }) };
}
