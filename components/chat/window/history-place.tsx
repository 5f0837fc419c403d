import { lazy, type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import type { Surface } from '../services/chat-services.ts';

const HistoryDialog = lazy(async () => ({
	default: (await import('../../history/history-dialog.tsx')).HistoryDialog,
}));
const HistoryColumn = lazy(async () => ({
	default: (await import('../../history/history-column.tsx')).HistoryColumn,
}));

/** 900 px, and more for those who have set the browser to larger letters. */
const WIDE = matchMedia('(min-width: 56.25rem)');
/** Set in localStorage, which can be read before the first paint, for as long as the user wants the column to stand. */
const STANDS = 'historyStands';

/** How often the history was asked for, and whether the window was wide then. */
const NOT_ASKED = { count: 0, wide: false };

function subscribe(listener: () => void): () => void {
	WIDE.addEventListener('change', listener);
	return () => WIDE.removeEventListener('change', listener);
}

function readStands(): boolean {
	try {
		return localStorage.getItem(STANDS) !== null;
	} catch {
		// The browser keeps nothing for this page.
		return false;
	}
}

export interface HistoryPlace {
	/** True where the history stands beside the chat; false where it opens over it. */
	isColumn: boolean;
	/** True where the user has asked for the column, and has not hidden it since. */
	stands: boolean;
	/** How often the user has asked for the history since it was closed last; 0 where a dialog is not open. */
	asked: number;
	/** Shows the history, and gives its search the focus. */
	open: () => void;
	close: () => void;
}

/**
 * Where this window's history stands. A side panel that is as wide as a page, or in a tab, has a column for it, which stays
 * once it was asked for, in all windows to come.
 */
export function useHistoryPlace(surface: Surface): HistoryPlace {
	const hasColumn = () => WIDE.matches && surface === 'sidepanel';
	const isColumn = useSyncExternalStore(subscribe, hasColumn);
	const [stands, setStands] = useState(readStands);
	const [asked, setAsked] = useState(NOT_ASKED);
	// What was opened in one place does not open in the other.
	useEffect(() => subscribe(() => setAsked((now) => (now.wide === WIDE.matches ? now : NOT_ASKED))), []);

	function keep(next: boolean): void {
		// What was drawn can be of the width before: the browser tells of a new one only with the next frame.
		if (!hasColumn()) return;
		setStands(next);
		try {
			if (next) localStorage.setItem(STANDS, '1');
			else localStorage.removeItem(STANDS);
		} catch {
			// It holds for this window then.
		}
	}

	return {
		isColumn,
		stands,
		asked: asked.count,
		open: () => {
			keep(true);
			setAsked({ count: asked.count + 1, wide: WIDE.matches });
		},
		close: () => {
			keep(false);
			setAsked(NOT_ASKED);
		},
	};
}

interface HistoryRoomProps {
	place: HistoryPlace;
	/** The button that shows the history. It takes the focus when the column is hidden. */
	button: RefObject<HTMLButtonElement | null>;
}

/** The history, where it is to be seen. Its column has its room from the first paint on, and is loaded after it. */
export function HistoryRoom({ place: { isColumn, stands, asked, close }, button }: HistoryRoomProps) {
	const [isDrawn, setIsDrawn] = useState(false);
	useEffect(() => setIsDrawn(true), []);
	if (!isColumn) {
		return (
			asked > 0 && (
				<Late otherwise={<ReloadNotice />}>
					<HistoryDialog onClose={close} />
				</Late>
			)
		);
	}
	if (!stands) return null;
	return (
		<section
			aria-label={i18n.t('history.title')}
			className="flex w-72 max-w-2/5 shrink-0 flex-col gap-3 border-e border-border px-3 py-1.5"
		>
			<Late otherwise={<ReloadNotice />}>
				{isDrawn && (
					<HistoryColumn
						asked={asked}
						onClose={() => {
							close();
							button.current?.focus();
						}}
					/>
				)}
			</Late>
		</section>
	);
}
