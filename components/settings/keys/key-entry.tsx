import { type KeyboardEvent, useState } from 'react';
import { i18n } from '#i18n';
import { cleanKey, keyProblem } from '../../../utils/settings/input/clean-key.ts';
import { foreignOwner } from '../../../utils/settings/input/key-owner.ts';
import { Button } from '../../ui/button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { ApiKeyField } from '../fields/api-key-field.tsx';
import { problemText } from '../fields/problem-text.ts';
import { KeyNote } from './key-note.tsx';

interface KeyEntryProps {
	/** The address of the server that gets the key. */
	url: string;
	/** What stands in the field at first. */
	initial?: string;
	/** What the button says. */
	action: string;
	/** Whether an empty field is a mistake, and not a key that is taken back. */
	isNeeded: boolean;
	hint?: string;
	/** Stores the key, which is clean. A rejection is told beside the field. */
	onKey: (apiKey: string) => Promise<void>;
}

/** The cursor goes where the key is pasted. */
function focusKey(entry: HTMLElement | null): void {
	entry?.querySelector('input')?.focus();
}

/** Takes the key of one server that is set up already, and stores it at once. */
export function KeyEntry({ url, initial = '', action, isNeeded, hint, onKey }: KeyEntryProps) {
	const [apiKey, setApiKey] = useState(initial);
	const [isMeant, setIsMeant] = useState(false);
	const [error, setError] = useState<string>();

	function problemOf(key: string): string | undefined {
		if (key === '') return isNeeded ? i18n.t('settings.connect.keyMissing') : undefined;
		const isForeign = key !== initial && !isMeant && foreignOwner(key, url) !== null;
		return problemText(keyProblem(key) ?? (isForeign ? 'key-foreign' : undefined));
	}

	async function keep(): Promise<void> {
		const key = cleanKey(apiKey);
		const problem = problemOf(key);
		setError(problem);
		if (problem !== undefined) return;
		try {
			await onKey(key);
		} catch (refusal) {
			setError(refusal instanceof Error ? refusal.message : String(refusal));
		}
	}

	/** The field may stand inside another form, which Enter must not submit. */
	function submit(event: KeyboardEvent<HTMLElement>): void {
		const isInKey = event.target instanceof HTMLInputElement && event.target.type === 'text';
		if (keyOf(event.nativeEvent) !== 'Enter' || !isInKey) return;
		event.preventDefault();
		void keep();
	}

	return (
		<fieldset
			ref={isNeeded ? focusKey : undefined}
			className="flex min-w-0 flex-col gap-3"
			onKeyDown={submit}
		>
			<ApiKeyField
				value={apiKey}
				error={error}
				{...(hint !== undefined && { hint })}
				onChange={(value) => {
					setApiKey(value);
					setIsMeant(false);
					setError(undefined);
				}}
			/>
			<KeyNote apiKey={apiKey} url={url} isMeant={isMeant} onMeant={setIsMeant} />
			<Button look={isNeeded ? 'primary' : 'secondary'} className="self-start" onClick={() => void keep()}>
				{action}
			</Button>
		</fieldset>
	);
}
