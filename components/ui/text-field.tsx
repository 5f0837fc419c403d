import type { ComponentProps } from 'react';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './field.tsx';
import { joinClasses } from './join-classes.ts';

/** A one-line text box; `type` makes it a password, a number, an address. */
export function TextField({
	label,
	hint,
	error,
	className,
	...rest
}: FieldTexts & Omit<ComponentProps<'input'>, 'id'>) {
	return (
		<Field label={label} hint={hint} error={error}>
			{(attributes) => <input {...attributes} className={joinClasses(CONTROL, 'h-9', className)} {...rest} />}
		</Field>
	);
}
