import type { ComponentProps } from 'react';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './field.tsx';
import { joinClasses } from './join-classes.ts';

/** A native select: it costs nothing and every platform draws it in its own way. */
export function SelectField({
	label,
	hint,
	error,
	className,
	...rest
}: FieldTexts & Omit<ComponentProps<'select'>, 'id'>) {
	return (
		<Field label={label} hint={hint} error={error}>
			{(attributes) => (
				<select {...attributes} className={joinClasses(CONTROL, 'h-9', className)} {...rest} />
			)}
		</Field>
	);
}
