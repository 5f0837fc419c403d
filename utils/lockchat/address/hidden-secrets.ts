/** Keys that stand where a file of settings is written in clear: in an address's query, and in a server's own parameters. */
import type { Endpoint, Parameters } from '../types.ts';
import { replaceInJson, replaceInQuery } from './looks-secret.ts';

type Holder = Pick<Endpoint, 'url' | 'base'> & { parameters?: Parameters };

/** The endpoint without them: each is empty, and `hidden` has the names of those that were not. */
export function hideSecrets<E extends Holder>(endpoint: E): { endpoint: E; hidden: string[] } {
	const names = new Set<string>();
	const hide = (name: string): string => {
		names.add(name);
		return '';
	};
	const { url, base, parameters } = endpoint;
	const extra = parameters?.extra && (replaceInJson(parameters.extra, hide) as Record<string, unknown>);
	return {
		endpoint: {
			...endpoint,
			url: replaceInQuery(url, hide),
			...(base !== undefined && { base: replaceInQuery(base, hide) }),
			...(extra && { parameters: { ...parameters, extra } }),
		},
		hidden: [...names],
	};
}

/** The base of the same address with the query that the address has. */
function withQuery(base: string, url: string): string {
	return base.replace(/\?.*$/, '') + (/\?.*$/.exec(url)?.[0] ?? '');
}

/** `empty` with the secrets that `full` has in the same places: one of them where the rest of it is the same. */
export function withSecretsOf<E extends Holder>(empty: E, full: Partial<Holder>): E {
	const { endpoint: rest, hidden } = hideSecrets({ ...empty, ...full });
	if (hidden.length === 0) return empty;
	const isSameUrl = full.url !== undefined && rest.url === empty.url;
	const { extra } = full.parameters ?? {};
	const isSameExtra =
		extra !== undefined && JSON.stringify(rest.parameters?.extra) === JSON.stringify(empty.parameters?.extra);
	return {
		...empty,
		...(isSameUrl && {
			url: full.url,
			...(empty.base !== undefined && { base: full.base ?? withQuery(empty.base, full.url ?? '') }),
		}),
		...(isSameExtra && { parameters: { ...empty.parameters, extra } }),
	};
}

/** Whether an address is the one of `full`, but for the secrets in it. */
export function isAddressOf(empty: Pick<Holder, 'url'>, full: Pick<Holder, 'url'>): boolean {
	return hideSecrets<Holder>(full).endpoint.url === empty.url;
}
