import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { i18n } from '#i18n';
import type { Action } from '../../../utils/settings/actions/actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { PLACE_NAMES } from './action-places.tsx';

interface ActionRowProps {
	action: Action;
	isFirst: boolean;
	isLast: boolean;
	onEdit: () => void;
	onMove: (by: -1 | 1) => void;
	onDelete: () => void;
}

/** An action in the list: pressing it opens its editor, Alt with an arrow key moves it. */
export function ActionRow({ action, isFirst, isLast, onEdit, onMove, onDelete }: ActionRowProps) {
	const { id, name, text, places } = action;
	const textId = useId();
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
			<button
				type="button"
				data-action={id}
				aria-describedby={textId}
				aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
				className="min-w-40 flex-1 rounded-md px-2 py-1 text-start hover:bg-surface-2"
				onClick={onEdit}
				onKeyDown={(event) => {
					if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
					const key = keyOf(event.nativeEvent);
					const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
					if (by === null) return;
					event.preventDefault();
					if (by === -1 ? !isFirst : !isLast) onMove(by);
				}}
			>
				<span className="sr-only">{i18n.t('actions.edit', { name })}</span>
				<span aria-hidden="true" dir="auto" className="block truncate font-medium">
					{name}
				</span>
				<span aria-hidden="true" id={textId} dir="auto" className="block truncate text-sm text-muted">
					{text}
				</span>
				{places.length > 0 && (
					<span aria-hidden="true" className="block truncate text-sm text-muted">
						{places.map((place) => PLACE_NAMES[place]()).join(' · ')}
					</span>
				)}
			</button>
			<div className="flex items-center gap-1">
				{/* Not disabled at the ends: a button that is pressed must not lose the focus by that. */}
				<IconButton
					icon={ChevronUp}
					size="sm"
					label={i18n.t('actions.moveUp', { name })}
					aria-disabled={isFirst}
					className="aria-disabled:opacity-40"
					onClick={() => !isFirst && onMove(-1)}
				/>
				<IconButton
					icon={ChevronDown}
					size="sm"
					label={i18n.t('actions.moveDown', { name })}
					aria-disabled={isLast}
					className="aria-disabled:opacity-40"
					onClick={() => !isLast && onMove(1)}
				/>
				<IconButton
					icon={Trash2}
					size="sm"
					label={i18n.t('settings.deleteNamed', { name })}
					className="hover:text-danger"
					onClick={onDelete}
				/>
			</div>
		</div>
	);
}
