import { useEffect, useState } from 'react';
import { type Prompt, type Prompts, prompts } from '../../utils/settings/prompts.ts';
import { builtInPrompts } from './built-in-prompts.ts';

/** What is stored of prompts, as any window changes it; null until it has been read. */
export function useStoredPrompts(): Prompts | null {
	const [stored, setStored] = useState<Prompts | null>(null);
	useEffect(() => {
		let isGone = false;
		void prompts.getValue().then((value) => !isGone && setStored(value));
		const unwatch = prompts.watch(setStored);
		return () => {
			isGone = true;
			unwatch();
		};
	}, []);
	return stored;
}

/** The prompts that are offered: the user's own, then those that come along and are not hidden. */
export function useOfferedPrompts(): readonly Prompt[] | null {
	const stored = useStoredPrompts();
	if (!stored) return null;
	return [...stored.own, ...builtInPrompts().filter(({ id }) => !stored.hidden.includes(id))];
}
