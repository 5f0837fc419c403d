import { type ReactNode, useId } from 'react';

export interface FieldTexts {
	label: string;
	/** A hint: one sentence below the control. */
	hint?: ReactNode;
	/** Says what is wrong with the value; shown instead of the hint. */
	error?: ReactNode;
}

export interface FieldProps extends FieldTexts {
	/** Draws the control. The attributes tie it to its label, hint and error, and must be passed on to it. */
	children: (attributes: {
		id: string;
		'aria-describedby': string | undefined;
		'aria-invalid': true | undefined;
	}) => ReactNode;
}

/** A labelled control with a hint or an error below it. */
export function Field({ label, hint, error, children }: FieldProps) {
	const id = useId();
	const note = error ?? hint;
	const noteId = `${id}-note`;
	return (
		<div className="flex min-w-0 flex-col gap-1">
			<label htmlFor={id} className="text-sm font-medium">
				{label}
			</label>
			{children({
				id,
				'aria-describedby': note ? noteId : undefined,
				'aria-invalid': error ? true : undefined,
			})}
			{note && (
				<div id={noteId} className={error ? 'text-sm text-danger' : 'text-sm text-muted'}>
					{note}
				</div>
			)}
		</div>
	);
}
