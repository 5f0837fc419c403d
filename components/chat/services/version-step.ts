import { createContext } from 'react';

export type Direction = 'previous' | 'next';

/**
 * A user who steps through versions looks at one place and presses one button again and again. The place and the focus
 * stay where they are while another version is drawn.
 */
export interface VersionSteps {
	/** Call before another version is shown. `from` is the switch that was pressed, of the version shown so far. */
	begin(messageId: string, direction: Direction, from: Element): void;
	/** Call when the switch of a version has been drawn. Returns the button that gets the focus; null if none does. */
	arrive(messageId: string, to: Element): Direction | null;
	/** The version that was stepped to last. */
	getMessageId(): string | null;
}

/** Null where there is no transcript around the component. */
export const VersionStepsContext = createContext<VersionSteps | null>(null);
