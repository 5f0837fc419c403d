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
}

/** A text box that shows the key as dots until the user asks for it. It is not a password box, because password managers would offer to store the key. */
export function ApiKeyField({ value, onChange, hint, error }: ApiKeyFieldProps) {
	const [isShown, setIsShown] = useState(false);
	return (
		<Field label={i18n.t('settings.apiKey')} hint={hint} error={error}>
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
					<Button aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
						{isShown ? i18n.t('settings.hide') : i18n.t('settings.show')}
					</Button>
				</div>
			)}
		</Field>
	);
}
