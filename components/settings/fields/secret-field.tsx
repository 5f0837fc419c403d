import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/control.ts';
import { Field } from '../../ui/field.tsx';
import { joinClasses } from '../../ui/join-classes.ts';

interface SecretFieldProps {
	label: string;
	/** Whose secret this is, where several such fields may stand together. It is added to the button's name. */
	about?: string | undefined;
	/** The control's name in its form. */
	name?: string | undefined;
	hint?: ReactNode;
	error?: string | undefined;
	value: string;
	onChange: (value: string) => void;
	onKeyDown?: (event: KeyboardEvent) => void;
	ref?: Ref<HTMLInputElement>;
}

/**
 * A text box that shows dots until the user asks for the text. It is not a password box, because password managers
 * would offer to store what is typed there.
 */
export function SecretField({
	label,
	about,
	name,
	hint,
	error,
	value,
	onChange,
	onKeyDown,
	ref,
}: SecretFieldProps) {
	const [isShown, setIsShown] = useState(false);
	const action = i18n.t(isShown ? 'settings.hide' : 'settings.show');
	return (
		<Field label={label} hint={hint} error={error}>
			{(attributes) => (
				<div className="flex gap-2">
					<input
						{...attributes}
						ref={ref}
						type="text"
						name={name}
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
						value={value}
						onChange={(event) => onChange(event.target.value)}
						onKeyDown={onKeyDown}
						className={joinClasses(
							CONTROL,
							'h-9 min-w-0',
							!isShown && value !== '' && '[-webkit-text-security:disc]',
						)}
					/>
					<Button
						aria-label={about ? `${action}: ${about}` : undefined}
						aria-pressed={isShown}
						onClick={() => setIsShown(!isShown)}
					>
						{action}
					</Button>
				</div>
			)}
		</Field>
	);
}
