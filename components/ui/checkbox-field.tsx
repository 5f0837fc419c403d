import { type ComponentProps, type ReactNode, useId } from 'react';

export interface CheckboxFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'type'> {
	label: string;
	hint?: ReactNode;
}

export function CheckboxField({ label, hint, ...rest }: CheckboxFieldProps) {
	const id = useId();
	return (
		<div className="flex items-start gap-2.5">
			<input
				id={id}
				type="checkbox"
				aria-describedby={hint ? `${id}-note` : undefined}
				className="mt-0.75 size-4 shrink-0 accent-accent"
				{...rest}
			/>
			<div className="min-w-0">
				<label htmlFor={id}>{label}</label>
				{hint && (
					<div id={`${id}-note`} className="text-sm text-muted">
						{hint}
					</div>
				)}
			</div>
		</div>
	);
}
