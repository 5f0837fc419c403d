import { useEffect, useState } from 'react';

/** How long a button shows whether copying worked, in milliseconds. */
const TOLD_MS = 2000;

/** Whether what was copied last is in the clipboard, for as long as a button shows that; and what copies. */
export function useCopied(): ['copied' | 'failed' | null, (text: string) => void] {
	const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), TOLD_MS);
		return () => clearTimeout(timer);
	}, [outcome]);

	function copy(text: string): void {
		navigator.clipboard.writeText(text).then(
			() => setOutcome('copied'),
			() => setOutcome('failed'),
		);
	}

	return [outcome, copy];
}
