import type { RefObject } from 'react';
import { ActionDesk } from './action-desk.tsx';
import { TabMenu } from './tab-menu.tsx';

/**
 * The lists that signs open above the text box, and what carries out the actions of one of them. They are loaded with the
 * first such sign, or with the first action that is chosen outside of the window.
 */
export function TypedMenus({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	return (
		<>
			<ActionDesk box={box} />
			<TabMenu box={box} />
		</>
	);
}
