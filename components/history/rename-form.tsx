import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { CONTROL } from '../ui/control.ts';
import { isCancelKey } from '../ui/key-of.ts';

const MAX_TITLE_LENGTH = 200;

export interface RenameFormProps {
	/** The title as it is. */
	oldTitle: string;
	/** Called with another title that is not empty. */
	onRename: (title: string) => void;
	onClose: () => void;
}

/** A text box with a chat's title, shown in the title's place. */
export function RenameForm({ oldTitle, onRename, onClose }: RenameFormProps) {
	const [title, setTitle] = useState(oldTitle);
	const box = useRef<HTMLInputElement>(null);
	useEffect(() => {
		box.current?.focus();
		box.current?.select();
	}, []);

	return (
		<form
			className="flex items-center gap-2"
			onSubmit={(event) => {
				event.preventDefault();
				onClose();
				const next = title.trim();
				if (next !== '' && next !== oldTitle) onRename(next);
			}}
		>
			<input
				ref={box}
				aria-label={i18n.t('history.chatTitle')}
				className={`${CONTROL} h-9 min-w-0 flex-1`}
				maxLength={MAX_TITLE_LENGTH}
				dir="auto"
				value={title}
				onChange={(event) => setTitle(event.target.value)}
				onKeyDown={(event) => {
					if (!isCancelKey(event.nativeEvent)) return;
					// Escape ends the renaming, and does not close the dialog around the form.
					event.stopPropagation();
					onClose();
				}}
			/>
			<Button type="submit" look="primary">
				{i18n.t('history.saveTitle')}
			</Button>
		</form>
	);
}
