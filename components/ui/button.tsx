import type { ComponentProps } from 'react';
import { joinClasses } from './join-classes.ts';

const LOOKS = {
	primary: 'bg-accent text-accent-text hover:bg-accent-strong border-transparent',
	secondary: 'bg-bg text-text border-border hover:bg-surface-2',
	quiet: 'bg-transparent text-muted border-transparent hover:bg-surface-2 hover:text-text',
	danger: 'bg-bg text-danger border-border hover:bg-danger-soft',
} as const;

const SIZES = {
	sm: 'min-h-7 px-2.5 text-sm gap-1.5',
	md: 'min-h-9 px-3.5 text-base gap-2',
} as const;

export interface ButtonProps extends ComponentProps<'button'> {
	/** `primary` is for the main action of a view; each view has one at most. */
	look?: keyof typeof LOOKS;
	size?: keyof typeof SIZES;
}

/** A button with a text on it; an icon may stand before the text. */
export function Button({ look = 'secondary', size = 'md', className, ...rest }: ButtonProps) {
	return (
		<button
			type="button"
			className={joinClasses(
				// Its words stay on one line while there is room for them: Russian ones are long, and a panel is narrow.
				'inline-flex max-w-full shrink-0 items-center justify-center rounded-md border font-medium select-none transition-colors',
				'disabled:opacity-50 disabled:pointer-events-none',
				LOOKS[look],
				SIZES[size],
				className,
			)}
			{...rest}
		/>
	);
}
