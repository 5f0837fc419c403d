import type { ComponentProps, ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

const LOOKS = {
	info: 'bg-surface-2 text-text',
	warning: 'bg-warning-soft text-warning',
	danger: 'bg-danger-soft text-danger',
} as const;

export interface NoticeProps extends ComponentProps<'div'> {
	look?: keyof typeof LOOKS;
	/** Buttons, after the text. */
	actions?: ReactNode;
}

/** A sentence that stands out, with buttons for what can be done. Give it a role where it appears without a click. */
export function Notice({ look = 'info', actions, className, children, ...rest }: NoticeProps) {
	return (
		<div
			className={joinClasses(
				'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2 text-sm forced-colors:border',
				LOOKS[look],
				className,
			)}
			{...rest}
		>
			<div className="min-w-40 flex-1">{children}</div>
			{actions && <div className="flex flex-wrap gap-2">{actions}</div>}
		</div>
	);
}
