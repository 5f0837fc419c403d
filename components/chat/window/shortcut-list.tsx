import { lazy, useEffect, useRef, useState } from 'react';
import { keyOf } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';

const ShortcutsDialog = lazy(async () => ({
	default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog,
}));

/** Where a key is text. */
const TEXT = 'input, textarea, select, [contenteditable], [role=dialog], [role=menu]';

/** The list of shortcuts: `?` opens it where that is no text, and Ctrl+/ everywhere. */
export function ShortcutList() {
	const [isOpen, setIsOpen] = useState(false);
	const before = useRef<HTMLElement>(null);

	useEffect(() => {
		const open = (event: KeyboardEvent) => {
			const isText = event.target instanceof Element && event.target.closest(TEXT) !== null;
			const key = keyOf(event);
			const isAsked = key === '?' ? !isText : key === '/' && (event.ctrlKey || event.metaKey);
			if (event.defaultPrevented || !isAsked) return;
			event.preventDefault();
			before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
			setIsOpen(true);
		};
		window.addEventListener('keydown', open);
		return () => window.removeEventListener('keydown', open);
	}, []);

	return (
		isOpen && (
			<Late otherwise={<ReloadNotice />}>
				<ShortcutsDialog onClose={() => setIsOpen(false)} getFinalFocus={() => before.current} />
			</Late>
		)
	);
}
