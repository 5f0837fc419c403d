import type { ReactNode } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';

/** The row of buttons under a message. Its place is kept, so that nothing moves when they appear. */
export function MessageActions({ isShown, children }: { isShown: boolean; children: ReactNode }) {
	return (
		<div
			className={joinClasses(
				'-mx-1.5 mt-1 flex h-7 items-center gap-0.5 transition-opacity',
				!isShown &&
					'opacity-0 group-focus-within/message:opacity-100 group-hover/message:opacity-100 [@media(hover:none)]:opacity-100',
			)}
		>
			{children}
		</div>
	);
}

/** Holds the place of a message whose row is still being read. */
export function MessagePlaceholder() {
	return <div className="message h-20" />;
}
