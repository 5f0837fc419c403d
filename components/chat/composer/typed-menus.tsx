import type { RefObject } from 'react';
import { PromptMenu } from './prompt-menu.tsx';
import { TabMenu } from './tab-menu.tsx';

/** The lists that signs open above the text box. They are loaded with the first such sign. */
export function TypedMenus({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	return (
		<>
			<PromptMenu box={box} />
			<TabMenu box={box} />
		</>
	);
}
