import { ListChecks } from 'lucide-react';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { tagsOf } from '../../utils/chat/tags.ts';
import { plural } from '../../utils/platform/texts.ts';
import { useChatServices } from '../chat/services/chat-services.ts';
import { Button } from '../ui/button.tsx';
import { isCancelKey } from '../ui/key-of.ts';
import { SearchField } from '../ui/search-field.tsx';
import { ChatList } from './chat-list.tsx';
import { MessageHits } from './message-hits.tsx';
import { openHit } from './open-hit.ts';
import { moveAmongResults } from './result-keys.ts';
import { SearchStatus } from './search-status.tsx';
import { SelectList } from './select-list.tsx';
import { TagFilter } from './tag-filter.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { type History, useHistory } from './use-history.ts';

export interface HistoryContentProps {
	/** The search box, which takes the focus. */
	searchRef: Ref<HTMLInputElement>;
	/** Called when a chat was chosen, and the window shows it. */
	onOpened: () => void;
	/** Given where the history stands in the window itself: called when Escape is pressed and nothing is searched for. */
	onLeave?: () => void;
}

/** How high the lists are: as high as a dialog may be, or as the window has room. */
const HEIGHTS = {
	dialog: { results: 'h-[60dvh]', selection: 'h-[50dvh]' },
	column: { results: 'min-h-0 flex-1', selection: 'min-h-0 flex-1' },
} as const;

/** All chats. Titles and messages can be searched, chats opened, renamed, pinned, exported and deleted here. */
export function HistoryContent({ searchRef, onOpened, onLeave }: HistoryContentProps) {
	const box = useRef<HTMLElement>(null);
	const input = useRef<HTMLInputElement>(null);
	useImperativeHandle(searchRef, () => input.current as HTMLInputElement, []);
	const [query, setQuery] = useState('');
	const [isSelecting, setIsSelecting] = useState(false);
	/** The chat whose tags are edited. */
	const [tagged, setTagged] = useState<Chat | null>(null);
	const [hasCursor, setHasCursor] = useState(false);
	const history = useHistory(query, hasCursor);
	const { isSearching, titleCount, view } = history;
	const heights = HEIGHTS[onLeave ? 'column' : 'dialog'];

	/** In a dialog, Escape is the dialog's own. */
	function leave(event: KeyboardEvent): void {
		const isHere = event.target instanceof Node && box.current?.contains(event.target);
		if (!onLeave || !isHere || event.defaultPrevented || !isCancelKey(event)) return;
		if (query === '') {
			onLeave();
			return;
		}
		event.preventDefault();
		setQuery('');
		input.current?.focus();
	}

	return (
		<>
			<search
				ref={box}
				className="flex min-h-0 flex-1 flex-col gap-3"
				onKeyDown={({ nativeEvent }) => {
					if (isSearching) moveAmongResults(nativeEvent, box.current);
					leave(nativeEvent);
				}}
			>
				<SearchField
					ref={input}
					label={i18n.t('history.search')}
					query={query}
					onSearch={setQuery}
					onFocus={() => setHasCursor(true)}
				/>
				<TagFilter tags={tagsOf(history.all)} query={query} onSearch={setQuery} />
				{isSearching && <SearchStatus view={view} hasTitles={titleCount > 0} />}
				{isSelecting && (
					<SelectList
						chats={(history.chats ?? []).filter(({ id }) => !history.unsavedIds.has(id))}
						all={history.all}
						height={heights.selection}
					/>
				)}
				<Results
					isHidden={isSelecting}
					height={heights.results}
					onTag={setTagged}
					query={query}
					history={history}
					onOpened={onOpened}
					onEmptied={() => input.current?.focus()}
				/>
			</search>
			{history.all.length > 0 && (
				<Button
					size="sm"
					look="quiet"
					aria-pressed={isSelecting}
					className="shrink-0 self-start aria-pressed:bg-accent-soft aria-pressed:text-accent"
					onClick={() => setIsSelecting(!isSelecting)}
				>
					<ListChecks size={15} aria-hidden="true" />
					{i18n.t('history.select.start')}
				</Button>
			)}
			{tagged && <TagsDialog chats={[tagged]} all={history.all} onClose={() => setTagged(null)} />}
		</>
	);
}

interface ResultsProps {
	isHidden: boolean;
	height: string;
	onTag: (chat: Chat) => void;
	query: string;
	history: History;
	/** Called when a chat was chosen, and the window shows it. */
	onOpened: () => void;
	/** Called when the focus was in the list of chats, and no row is left. */
	onEmptied: () => void;
}

/** Chats by their titles, and below them the messages that were found. */
function Results({ isHidden, height, onTag, query, history, onOpened, onEmptied }: ResultsProps) {
	const { session } = useChatServices();
	const { chats, unsavedIds, isFailing, isSearching, isEmpty, titleCount, view } = history;
	return (
		<div hidden={isHidden} className={`-mx-2 overflow-y-auto ${height}`}>
			{isFailing && <p className="p-2 text-danger">{i18n.t('history.failing')}</p>}
			{isEmpty && <p className="p-6 text-center text-muted">{i18n.t('history.empty')}</p>}
			{/* The list is drawn even without chats, since it moves the focus when its last row is removed. */}
			{chats && (
				<ChatList
					key={query}
					chats={chats}
					unsavedIds={unsavedIds}
					onOpened={onOpened}
					onUnsavedChanged={history.refresh}
					onEmptied={onEmptied}
					onTag={onTag}
				/>
			)}
			{chats && chats.length < titleCount && (
				<button
					type="button"
					className="mx-2 my-1 rounded-sm text-sm font-medium text-accent hover:underline"
					onClick={history.showAllTitles}
				>
					{plural('history.allTitles', titleCount)}
				</button>
			)}
			{isSearching && view.found.length > 0 && (
				<MessageHits
					found={view.found}
					hasMore={view.hasMore}
					onNearEnd={history.showMoreMessages}
					onOpen={(found) => {
						void openHit(session, found);
						onOpened();
					}}
				/>
			)}
		</div>
	);
}
