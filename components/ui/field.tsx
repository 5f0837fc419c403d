import { type ReactNode, useId } from 'react';

export interface FieldTexts {
	label: string;
	/** A sentence below the control. */
	hint?: ReactNode;
	/** What is wrong with the value; it stands in the hint's place. */
	error?: ReactNode;
}

export interface FieldProps extends FieldTexts {
	/** Draws the control with these attributes, which tie it to its texts. */
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
