import type { ConnectionClient } from '../../../components/settings/draft/test-connection.ts';
import type { Failure, FailureCode } from '../../../utils/lockchat/failure.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';

/** What one server does. */
export interface FakeServer {
	/** Its list of models, or why there is none. */
	models?: string[] | FailureCode;
	/** Why it refuses to answer; by model where a function. */
	refuses?: FailureCode | null | ((model: string, apiKey: string | undefined) => FailureCode | null);
	/** Whether it keeps streams; left out, the check does not tell. */
	isResumable?: boolean;
	/** Where the check has found that it answers. */
	base?: string;
}

export interface FakeClient extends ConnectionClient {
	readonly asked: { type: 'check' | 'models'; url: string; model?: string; apiKey?: string }[];
	readonly servers: Record<string, FakeServer>;
}

/** A background that reaches the given servers, by URL; all others are down. */
export function createFakeClient(servers: Record<string, FakeServer>): FakeClient {
	const asked: FakeClient['asked'] = [];
	const failed = (code: FailureCode): { ok: false; failure: Failure } => ({ ok: false, failure: { code } });
	const withKey = (apiKey: string | undefined) => (apiKey === undefined ? {} : { apiKey });
	const client: FakeClient = {
		asked,
		servers,
		getUnsaved: async () => [],
		async check({ url }: ServerEndpoint, model, apiKey) {
			asked.push({ type: 'check', url, model, ...withKey(apiKey) });
			const { refuses = null, isResumable, base }: FakeServer = servers[url] ?? { refuses: 'unreachable' };
			const code = typeof refuses === 'function' ? refuses(model, apiKey) : refuses;
			if (code !== null) return failed(code);
			return {
				ok: true,
				model,
				...(isResumable !== undefined && { isResumable }),
				...(base !== undefined && { base }),
			};
		},
		async listModels({ url }: ServerEndpoint, apiKey) {
			asked.push({ type: 'models', url, ...withKey(apiKey) });
			const { models = [] } = servers[url] ?? { models: 'unreachable' };
			return typeof models === 'string' ? failed(models) : { ok: true, models };
		},
		async probe(endpoint: ServerEndpoint, probe, { model, apiKey }) {
			if (probe === 'models') return client.listModels(endpoint, apiKey);
			if (probe === 'reach') return endpoint.url in servers ? { ok: true } : failed('unreachable');
			const { ok, ...outcome } = await client.check(endpoint, model, apiKey);
			return 'failure' in outcome ? { ok: false, failure: outcome.failure } : { ok: true };
		},
	};
	return client;
}
