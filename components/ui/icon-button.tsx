import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

const LOOKS = {
	quiet: 'text-muted hover:bg-surface-2 hover:text-text disabled:opacity-40',
	primary:
		'bg-accent text-accent-text hover:bg-accent-strong disabled:bg-surface-2 disabled:text-muted forced-colors:border',
} as const;

/** Sizes of the button and, in pixels, of the icon in it. */
const SIZES = {
	sm: { box: 'size-7', icon: 15 },
	md: { box: 'size-8', icon: 17 },
} as const;

export interface IconButtonProps extends ComponentProps<'button'> {
	icon: LucideIcon;
	/** The accessible name. It is also the tooltip. */
	label: string;
	look?: keyof typeof LOOKS;
	size?: keyof typeof SIZES;
}

export function IconButton({
	icon: Icon,
	label,
	look = 'quiet',
	size = 'md',
	className,
	...rest
}: IconButtonProps) {
	return (
		<button
			type="button"
			aria-label={label}
			title={label}
			className={joinClasses(
				'inline-flex shrink-0 items-center justify-center rounded-md transition-colors disabled:pointer-events-none',
				LOOKS[look],
				SIZES[size].box,
				className,
			)}
			{...rest}
		>
			<Icon size={SIZES[size].icon} strokeWidth={1.9} aria-hidden="true" />
		</button>
	);
}
