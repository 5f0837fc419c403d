import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { fitTags, fold, parseTags, tagsOf } from '../../utils/chat/tags.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useStoreWrite } from './use-store-write.ts';

const MAX_SUGGESTIONS = 12;

export interface TagsDialogProps {
	/** The chats that get the tags. Of one its tags are edited; to several the tags are added. */
	chats: readonly Chat[];
	/** All chats, whose tags are suggested. */
	all: readonly Chat[];
	onClose: () => void;
}

/** Gives tags to chats: typed, or taken from those that other chats have. */
export function TagsDialog({ chats, all, onClose }: TagsDialogProps) {
	const [only] = chats.length === 1 ? chats : [];
	const [text, setText] = useState(() => (only?.tags ?? []).join(' '));
	const box = useRef<HTMLInputElement>(null);
	const formId = useId();
	const write = useStoreWrite();
	const typed = new Set(parseTags(text).map(fold));
	const suggested = tagsOf(all)
		.filter((tag) => !typed.has(fold(tag)))
		.slice(0, MAX_SUGGESTIONS);

	function save(): void {
		onClose();
		const tags = parseTags(text);
		write(async (store) => {
			for (const { id, tags: before = [] } of chats)
				await store.setTags(id, only ? tags : fitTags([...before, ...tags]));
		});
	}

	return (
		<Dialog
			title={i18n.t('history.tags.title')}
			onClose={onClose}
			getInitialFocus={() => box.current}
			actions={
				<>
					<Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
					<Button look="primary" type="submit" form={formId}>
						{i18n.t('history.saveTitle')}
					</Button>
				</>
			}
		>
			<form
				id={formId}
				className="flex flex-col gap-3"
				onSubmit={(event) => {
					event.preventDefault();
					save();
				}}
			>
				<TextField
					ref={box}
					label={i18n.t('history.tags.label')}
					hint={i18n.t(only ? 'history.tags.hint' : 'history.tags.hintMany')}
					dir="auto"
					autoComplete="off"
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				{suggested.length > 0 && (
					<ul aria-label={i18n.t('history.tags.suggested')} className="flex flex-wrap gap-1.5">
						{suggested.map((tag) => (
							<li key={tag} className="max-w-full">
								<Button
									size="sm"
									onClick={() => {
										setText(`${text.trim()} ${tag} `.trimStart());
										box.current?.focus();
									}}
								>
									<bdi className="truncate">#{tag}</bdi>
								</Button>
							</li>
						))}
					</ul>
				)}
			</form>
		</Dialog>
	);
}
