import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/growing-text.ts';
import { drawEach } from '../ui/draw-each.ts';
import { BlockSection } from './draw/block-section.tsx';
import { SelectionKeeper } from './draw/selection-keeper.tsx';
import { useGradual } from './draw/use-gradual.ts';
import { regroup } from './read/blocks.ts';
import { createMarkdownView } from './stream/markdown-view.ts';
import './markdown.css';

/** Of 16 blocks each. An ordinary answer has six; a hostile one hundreds, which would hold up the window. */
const GROUPS_A_FRAME = 12;
/** So many groups that the browser, and React, go through in each frame; of sections a long answer has a dozen. */
const SECTION_SIZE = 16;

export interface MarkdownProps {
	text: GrowingText;
	/** Nothing more will come for now: the text is read as a whole. It may become false again. */
	isFinal: boolean;
}

/** Markdown that draws itself as its text grows; what stands is not drawn again. */
export function Markdown({ text, isFinal }: MarkdownProps) {
	const view = useMemo(() => createMarkdownView(text), [text]);
	const read = useCallback(() => view.read(isFinal), [view, isFinal]);
	const groups = useSyncExternalStore(view.subscribe, read);
	const count = useGradual(groups.length, GROUPS_A_FRAME);
	const sections = regroup(count < groups.length ? groups.slice(0, count) : groups, SECTION_SIZE);
	// All of them stand in one array, the growing one too: beside it, it would be drawn anew whenever it is full.
	return (
		<SelectionKeeper>
			{drawEach(sections, (section, place) => (
				<BlockSection key={place} groups={section} />
			))}
		</SelectionKeeper>
	);
}

export default Markdown;
