import type { ComponentProps } from 'react';
import { CONTROL } from './control.ts';
import { joinClasses } from './join-classes.ts';
import { isComposing } from './key-of.ts';

export interface SearchFieldProps
	extends Omit<ComponentProps<'input'>, 'onChange' | 'placeholder' | 'value' | 'className'> {
	/** Says what is searched: its accessible name, and what stands in the empty box. */
	label: string;
	query: string;
	onSearch: (query: string) => void;
}

/** A box by which a list is searched while the user types. */
export function SearchField({ label, query, onSearch, onKeyDown, ...rest }: SearchFieldProps) {
	return (
		<input
			type="search"
			aria-label={label}
			placeholder={label}
			autoComplete="off"
			autoCapitalize="off"
			spellCheck={false}
			value={query}
			onChange={(event) => onSearch(event.target.value)}
			onKeyDown={(event) => {
				const { nativeEvent: key } = event;
				// Chromium empties a search box on Escape, even while an input method composes in it.
				if (key.key === 'Escape' && isComposing(key)) event.preventDefault();
				onKeyDown?.(event);
			}}
			className={joinClasses(CONTROL, 'min-h-9 min-w-0')}
			{...rest}
		/>
	);
}
