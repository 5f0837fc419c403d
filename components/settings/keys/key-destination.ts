import { companyOfKey } from '../../../utils/settings/input/key-shape.ts';
import { type Preset, presetOf } from '../../../utils/settings/presets.ts';
import type { ServerFacts } from '../presets/preset-input.ts';
import { presetName } from '../presets/preset-text.ts';

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
	/** Nobody gets it: there is no key yet, or more than one company may have made it. */
	| { type: 'unknown' }
	/** Nobody gets it: it plainly is a key of another company than the one that was chosen. */
	| { type: 'foreign'; owner: KeyServer; chosen: KeyServer };

/**
 * A key goes to the server that the user has chosen, or else to the company that has plainly made it, by its beginning.
 * It is never sent by a guess, and a key that is plainly of one company does not go to another.
 */
export function keyDestination(apiKey: string, chosen: KeyServer | null): KeyDestination {
	const id = companyOfKey(apiKey);
	const owner = id && keyServerOf(presetOf(id));
	if (chosen && owner && id !== chosen.preset?.id) return { type: 'foreign', owner, chosen };
	const server = chosen ?? owner;
	return server ? { type: 'known', server } : { type: 'unknown' };
}
