import type { ReactNode } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';

interface MessageActionsProps {
	/** True if the buttons have a row of their own, below the message. */
	isShown: boolean;
	className?: string;
	children: ReactNode;
}

/** Over the message, at its bottom; without a pointer that hovers, in a row of their own. */
const OVER =
	'absolute -bottom-px z-1 rounded-md border border-border bg-bg opacity-0 shadow-raised transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:mt-1 [@media(hover:none)]:border-transparent [@media(hover:none)]:opacity-100 [@media(hover:none)]:shadow-none';

/**
 * The buttons of a message. They stand below the last answer. Elsewhere they appear over the message when the pointer or
 * the focus is on it, so that no row is kept for them.
 */
export function MessageActions({ isShown, className, children }: MessageActionsProps) {
	return (
		<div className={joinClasses('flex items-center gap-0.5', isShown ? '-mx-1.5 mt-1 h-7' : OVER, className)}>
			{children}
		</div>
	);
}

/** Holds the place of a message whose row is still being read. */
export function MessagePlaceholder() {
	return <div className="message h-20" />;
}
