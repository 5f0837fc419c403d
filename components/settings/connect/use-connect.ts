import { useState } from 'react';
import { setOriginRule } from '../../../utils/platform/origin-rule.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import type { ParsedEndpoint } from '../../../utils/settings/input/endpoint-input.ts';
import type { NextStep } from '../../../utils/settings/paused-step.ts';
import type { ConnectionClient } from '../draft/test-connection.ts';
import { type ConnectOutcome, connect } from './connect.ts';

export type ConnectState =
	| { type: 'idle' }
	| { type: 'connecting'; name: string }
	/** `next`: what another window goes on with where the browser's prompt closes this one; only in the popup. */
	| {
			type: 'failed';
			outcome: ConnectOutcome & { ok: false };
			retry: () => void;
			next?: NextStep | undefined;
	  }
	| { type: 'not-stored'; detail: string };

export interface ConnectCardProps {
	client: ConnectionClient;
	/** Whether this is the popup, which closes when the browser asks the user for something. */
	isPopup?: boolean;
	/** Called when a server has answered and is stored as the default. */
	onConnected?: ((endpointId: string) => void) | undefined;
}

/** What is connected, and what the user has agreed to. */
export interface ConnectRequest {
	parsed: ParsedEndpoint & { ok: true };
	/** As `connect` takes it. */
	isModelGuessed: boolean;
	/** Whether the `Origin` header may be left out where the server demands that. */
	mends?: boolean;
}

/** Connects, and mends a server that refuses extensions where the user has agreed to that. */
async function connectMending(client: ConnectionClient, request: ConnectRequest): Promise<ConnectOutcome> {
	const { parsed, isModelGuessed, mends = false } = request;
	const outcome = await connect(client, parsed, isModelGuessed);
	const origin = whereTo(parsed.endpoint)?.origin;
	if (outcome.ok || outcome.failure.code !== 'forbidden-origin' || !mends || !origin) return outcome;
	await setOriginRule(origin);
	return connect(client, parsed, isModelGuessed);
}

/** Connects one server at a time, and tells how far it is. */
export function useConnect({ client, isPopup = false, onConnected }: ConnectCardProps) {
	const [state, setState] = useState<ConnectState>({ type: 'idle' });

	function fail(outcome: ConnectOutcome & { ok: false }, request: ConnectRequest): void {
		const { parsed, isModelGuessed } = request;
		const { endpoint, apiKey } = parsed;
		const next: NextStep = { type: 'connect', endpoint, apiKey, isModelGuessed };
		const retry = () => void start(request);
		setState({ type: 'failed', outcome, retry, ...(isPopup && { next }) });
	}

	async function start(request: ConnectRequest): Promise<void> {
		setState({ type: 'connecting', name: request.parsed.endpoint.name });
		try {
			const outcome = await connectMending(client, request);
			if (outcome.ok) {
				setState({ type: 'idle' });
				onConnected?.(outcome.endpoint.id);
			} else fail(outcome, request);
		} catch (error) {
			const detail = error instanceof Error ? error.message : String(error);
			setState({ type: 'not-stored', detail });
		}
	}

	/** Shows a connection that waits for a permission, without asking anything of the server. */
	function showWaiting(request: ConnectRequest): void {
		const { endpoint } = request.parsed;
		const failure = { code: 'permission-needed' } as const;
		fail({ ok: false, endpoint, model: endpoint.models[0] ?? '', failure }, request);
	}

	return { state, start, showWaiting, reset: () => setState({ type: 'idle' }) };
}
