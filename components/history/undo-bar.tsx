import { Undo2 } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { useChatServices } from '../chat/services/chat-services.ts';
import type { Undoable } from '../chat/services/undo-box.ts';
import { Button } from '../ui/button.tsx';

/**
 * Says what was deleted, and offers to bring it back. The time for that does not run while the pointer or the focus is
 * there.
 */
export function UndoBar({ isInDialog = false }: { isInDialog?: boolean }) {
	const { undo } = useChatServices();
	const done = useSyncExternalStore(undo.subscribe, undo.get);
	// A dialog hides the window's own status region from assistive technology, so the bar in it tells of itself.
	return (
		<div {...(isInDialog ? { 'aria-live': 'polite' } : done && { className: 'pb-2' })}>
			{done && <Offer done={done} />}
		</div>
	);
}

function Offer({ done }: { done: Undoable }) {
	const { undo } = useChatServices();
	const [isHovered, setIsHovered] = useState(false);
	const [isFocused, setIsFocused] = useState(false);
	const isHeld = isHovered || isFocused;
	useEffect(() => (isHeld ? undo.hold() : undefined), [undo, isHeld]);

	return (
		<section
			aria-label={i18n.t('chat.undo.title')}
			className="flex items-center gap-3 rounded-md border border-border bg-surface-2 py-1 ps-3 pe-1 text-sm"
			onPointerEnter={() => setIsHovered(true)}
			onPointerLeave={() => setIsHovered(false)}
			onFocus={() => setIsFocused(true)}
			onBlur={() => setIsFocused(false)}
		>
			<span className="min-w-0 flex-1">{done.text}</span>
			<Button size="sm" className="border-transparent text-accent" onClick={undo.undo}>
				<Undo2 size={14} aria-hidden="true" />
				{i18n.t('chat.undo.undo')}
			</Button>
		</section>
	);
}
