import type { RefObject } from 'react';
import { isEnterKey } from '../../ui/key-of.ts';
import { SecretField } from './secret-field.tsx';

interface PassphraseFieldProps {
	ref: RefObject<HTMLInputElement | null>;
	label: string;
	hint: string;
	error: string | undefined;
	value: string;
	onChange: (value: string) => void;
	/** Called on Enter, which does not save the form around the field. */
	onEnter: () => void;
}

/** The field for a passphrase. */
export function PassphraseField({ onEnter, ...field }: PassphraseFieldProps) {
	return (
		<SecretField
			{...field}
			about={field.label}
			onKeyDown={(event) => {
				if (!isEnterKey(event.nativeEvent)) return;
				event.preventDefault();
				onEnter();
			}}
		/>
	);
}
