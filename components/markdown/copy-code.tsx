import { useEffect, useState } from 'react';
import { i18n } from '#i18n';

/** How long the button says what became of it, in milliseconds. */
const TOLD_MS = 2000;

/** Copies a block of code. */
export function CopyCode({ spans }: { spans: readonly string[] }) {
	const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), TOLD_MS);
		return () => clearTimeout(timer);
	}, [outcome]);

	function copy() {
		navigator.clipboard.writeText(spans.join('').replace(/\n$/, '')).then(
			() => setOutcome('copied'),
			() => setOutcome('failed'),
		);
	}

	return (
		<button type="button" onClick={copy} aria-live="polite">
			{outcome === 'copied' && i18n.t('markdown.codeCopied')}
			{outcome === 'failed' && i18n.t('markdown.copyFailed')}
			{outcome === null && i18n.t('markdown.copyCode')}
		</button>
	);
}
