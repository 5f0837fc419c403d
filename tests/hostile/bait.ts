/** Put into each attack, so that an attack that succeeds is noticed. */
export interface Bait {
	/** An address of the watched server: any request to it is a leak. */
	url: string;
	/** A script that leaves a trace in the window it runs in. It has no spaces and no quotes, so that it fits anywhere. */
	script: string;
}

/** Texts by a description of what they try. */
export type Attacks = Readonly<Record<string, string>>;

export type AttackKind = (bait: Bait) => Attacks;

/** The property that `Bait.script` leaves on the window. */
export const CANARY = 'canary';
