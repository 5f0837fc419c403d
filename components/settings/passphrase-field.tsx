import { type RefObject, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { CONTROL } from '../ui/control.ts';
import { Field } from '../ui/field.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { isEnterKey } from '../ui/key-of.ts';

interface PassphraseFieldProps {
	ref: RefObject<HTMLInputElement | null>;
	label: string;
	hint: string;
	error: string | undefined;
	value: string;
	onChange: (value: string) => void;
	/** Enter does this: it must not save the form around the field. */
	onEnter: () => void;
}

/** A text box that shows dots until the user asks for more. It is not a password box, which browsers offer to store. */
export function PassphraseField({ ref, label, hint, error, value, onChange, onEnter }: PassphraseFieldProps) {
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
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
						value={value}
						onChange={(event) => onChange(event.target.value)}
						onKeyDown={(event) => {
							if (!isEnterKey(event.nativeEvent)) return;
							event.preventDefault();
							onEnter();
						}}
						className={joinClasses(
							CONTROL,
							'h-9 min-w-0',
							!isShown && value !== '' && '[-webkit-text-security:disc]',
						)}
					/>
					<Button
						aria-label={`${action}: ${label}`}
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
