/** Keys that stand where a file of settings is written in clear: in an address's query, and in a server's own parameters. */
import { replaceInJson, replaceInQuery, secretsIn } from '../lockchat/address/looks-secret.ts';
import type { ServerEndpoint } from '../providers/server-endpoint.ts';

type Holder = Pick<ServerEndpoint, 'url' | 'base' | 'parameters'>;

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

/** An address as it may be shown to others. */
export function maskAddress(address: string): string {
	return replaceInQuery(address, () => '•••');
}

/** The secrets themselves, for those who must not repeat them. */
export function secretsOf({ url, parameters }: Holder): string[] {
	return secretsIn(url, parameters?.extra);
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
