import { type RefObject, useEffect } from 'react';
import { useSettingsState } from './settings-context.ts';

/** Puts the cursor into the first wrong field each time the user learns that there is one. */
export function useProblemFocus(form: RefObject<HTMLElement | null>): void {
	const incorrect = useSettingsState(({ notice }) => (notice?.type === 'incorrect' ? notice : null));
	useEffect(() => {
		if (incorrect) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}, [incorrect, form]);
}
