import { type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { plural } from '../../utils/platform/texts.ts';
import { useChatServices } from '../chat/services/chat-services.ts';
import { deleteChats } from '../chat/services/delete-chats.ts';
import { Button } from '../ui/button.tsx';
import { datedName, downloadFile } from '../ui/download-file.ts';
import { keyOf } from '../ui/key-of.ts';
import { useGrowing } from '../ui/use-growing.ts';
import { TagsDialog } from './tags-dialog.tsx';
import { useSelection } from './use-selection.ts';
import { useStoreWrite } from './use-store-write.ts';

const STEP = 60;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export interface SelectListProps {
	/** The stored chats that are shown. */
	chats: readonly Chat[];
	/** All chats, whose tags are suggested. */
	all: readonly Chat[];
	/** The class that says how high the list is. */
	height: string;
}

/**
 * The chats with boxes to tick, and what can be done with all that are ticked. The arrow keys lead through the boxes;
 * with Shift, as a click with Shift does, they tick on the way.
 */
export function SelectList({ chats, all, height }: SelectListProps) {
	const services = useChatServices();
	const { client } = services;
	const read = useStoreWrite(i18n.t('history.notExported'));
	const selection = useSelection(chats);
	const [isTagging, setIsTagging] = useState(false);
	const list = useRef<HTMLUListElement>(null);
	const { count, hasMore, end } = useGrowing(chats.length, STEP);
	const { chats: ticked } = selection;
	const ids = ticked.map(({ id }) => id);

	function move(event: KeyboardEvent<HTMLInputElement>, at: number): void {
		const step = STEPS[keyOf(event.nativeEvent)];
		const [from, to] = [chats[at], chats[at + (step ?? 0)]];
		if (step === undefined || !from || !to) return;
		event.preventDefault();
		list.current?.querySelectorAll('input')[at + step]?.focus();
		if (event.shiftKey) selection.tick(to, true, selection.has(from.id));
	}

	return (
		<>
			<div className="flex flex-wrap items-center gap-1.5">
				<p aria-live="polite" className="me-auto text-sm text-muted">
					{plural('history.select.count', ticked.length)}
				</p>
				<Button size="sm" onClick={selection.tickAll}>
					{i18n.t(selection.areAll ? 'history.select.none' : 'history.select.all')}
				</Button>
				<Button size="sm" disabled={ticked.length === 0} onClick={() => setIsTagging(true)}>
					{i18n.t('history.tags.open')}
				</Button>
				<Button
					size="sm"
					disabled={ticked.length === 0}
					onClick={() =>
						read(async (store) => {
							const { file } = await store.exportChats(ids, await client.getUnsaved());
							downloadFile(file, datedName('lockchat-chats', new Date()));
						})
					}
				>
					{i18n.t('history.export')}
				</Button>
				<Button
					size="sm"
					look="danger"
					disabled={ticked.length === 0}
					onClick={() => void deleteChats(services, ids)}
				>
					{i18n.t('history.delete')}
				</Button>
			</div>
			<div className={`-mx-2 overflow-y-auto ${height}`}>
				<ul ref={list} aria-label={i18n.t('history.chats')}>
					{chats.slice(0, count).map((chat, at) => (
						<li key={chat.id}>
							<label className="flex items-center gap-2.5 rounded-md px-2 py-1.5 hover:bg-surface">
								<input
									type="checkbox"
									className="size-4 shrink-0 accent-accent"
									checked={selection.has(chat.id)}
									onChange={(event) => {
										const { nativeEvent } = event;
										const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
										selection.tick(chat, event.target.checked, isRange);
									}}
									onKeyDown={(event) => move(event, at)}
								/>
								<span dir="auto" className="min-w-0 flex-1 truncate select-none">
									{chat.title || i18n.t('history.untitled')}
								</span>
							</label>
						</li>
					))}
				</ul>
				{hasMore && <div key={count} ref={end} aria-hidden="true" className="h-px" />}
			</div>
			{isTagging && <TagsDialog chats={ticked} all={all} onClose={() => setIsTagging(false)} />}
		</>
	);
}
