import { presetAt } from '../preset-search.ts';
import { type Preset, presetOf } from '../presets.ts';
import { companyOfKey } from './key-shape.ts';
import { serverOrigin } from './server-url.ts';

/** The last two names of a host, by which companies are told apart: `api.openai.com` and `eu.api.openai.com` are one. */
function domainOf(address: string): string | null {
	const origin = serverOrigin(address);
	return origin && new URL(origin).hostname.split('.').slice(-2).join('.');
}

/**
 * The company whose key this plainly is, where the address is not that company's; null where nothing is known to be
 * wrong. A gateway that is known to take the keys of the companies behind it may have any.
 */
export function foreignOwner(apiKey: string, address: string): Preset | null {
	const id = companyOfKey(apiKey);
	const there = domainOf(address);
	if (id === null || there === null) return null;
	const owner = presetOf(id);
	if (domainOf(owner.url) === there || presetAt(address, '', () => '')?.id === 'cloudflare') return null;
	return owner;
}
