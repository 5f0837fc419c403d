import { Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';

/** Says which action was deleted, and offers to bring it back. The focus, whose row is gone, comes here. */
export function DeletedNote({ name, onUndo }: { name: string; onUndo: () => void }) {
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => button.current?.focus(), []);
	return (
		<div className="flex items-center gap-3 rounded-md border border-border bg-surface-2 py-1 ps-3 pe-1 text-sm">
			<span className="min-w-0 flex-1">{i18n.t('actions.deleted', { name })}</span>
			<Button ref={button} size="sm" className="border-transparent text-accent" onClick={onUndo}>
				<Undo2 size={14} aria-hidden="true" />
				{i18n.t('chat.undo.undo')}
			</Button>
		</div>
	);
}
