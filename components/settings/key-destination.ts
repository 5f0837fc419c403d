import { companyOfKey } from '../../utils/settings/key-shape.ts';
import { type Preset, presetOf } from '../../utils/settings/presets.ts';
import type { ServerFacts } from './preset-input.ts';
import { presetName } from './preset-text.ts';

/** A server that may get a key. */
export interface KeyServer extends ServerFacts {
	name: string;
	/** Null for a server on this computer of which only the port is known. */
	preset: Preset | null;
}

export function keyServerOf(preset: Preset): KeyServer {
	return { ...preset, name: presetName(preset), preset };
}

/** Who would get a key that was typed. */
export type KeyDestination =
	| { type: 'known'; server: KeyServer }
	/** There is no key yet, or more than one company may have made it: it goes to nobody. */
	| { type: 'unknown' }
	/** It plainly is a key of another company than the one that was chosen: it goes to nobody. */
	| { type: 'foreign'; owner: KeyServer; chosen: KeyServer };

/**
 * A key goes to the server that the user has chosen, or else to the company whose key it plainly is by its shape. It is
 * never guessed, and what is plainly one company's does not go to another.
 */
export function keyDestination(apiKey: string, chosen: KeyServer | null): KeyDestination {
	const id = companyOfKey(apiKey);
	const owner = id && keyServerOf(presetOf(id));
	if (chosen && owner && id !== chosen.preset?.id) return { type: 'foreign', owner, chosen };
	const server = chosen ?? owner;
	return server ? { type: 'known', server } : { type: 'unknown' };
}
