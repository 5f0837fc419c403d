import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { CONTROL } from '../ui/control.ts';
import { Field } from '../ui/field.tsx';
import { joinClasses } from '../ui/join-classes.ts';

interface ApiKeyFieldProps {
	value: string;
	onChange: (value: string) => void;
	hint?: string;
	error?: string | undefined;
	/** “API key” when left out. */
	label?: string;
	/** Whose value this is, where there may be several such fields. */
	about?: string;
}

/** A text box that shows a key, or another secret, as dots until the user asks for it. It is not a password box, because password managers would offer to store the key. */
export function ApiKeyField({ value, onChange, hint, error, label, about }: ApiKeyFieldProps) {
	const [isShown, setIsShown] = useState(false);
	const action = isShown ? i18n.t('settings.hide') : i18n.t('settings.show');
	return (
		<Field label={label ?? i18n.t('settings.apiKey')} hint={hint} error={error}>
			{(attributes) => (
				<div className="flex gap-2">
					<input
						{...attributes}
						type="text"
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
						value={value}
						onChange={(event) => onChange(event.target.value)}
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
