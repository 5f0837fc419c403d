import type { ComponentProps } from 'react';
import { CONTROL } from './control.ts';
import { Field, type FieldTexts } from './field.tsx';
import { joinClasses } from './join-classes.ts';

/** A text box of several lines that grows with its text where the browser can. */
export function TextAreaField({
	label,
	hint,
	error,
	className,
	...rest
}: FieldTexts & Omit<ComponentProps<'textarea'>, 'id'>) {
	return (
		<Field label={label} hint={hint} error={error}>
			{(attributes) => (
				<textarea
					rows={3}
					{...attributes}
					className={joinClasses(CONTROL, 'field-sizing-content min-h-20 max-h-80 py-2', className)}
					{...rest}
				/>
			)}
		</Field>
	);
}
