/** What an attack is baited with, so that one that gets through is seen. */
interface Bait {
	/** An address of the watched server: any request to it is a leak. */
	url: string;
	/** A script that leaves a trace in the window it runs in. No spaces, no quotes: it fits anywhere. */
	script: string;
}

/** Texts by what they try. */
export type Attacks = Readonly<Record<string, string>>;

export type AttackKind = (bait: Bait) => Attacks;

/** The property that `Bait.script` leaves on the window. */
export const CANARY = 'canary';
