import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';

/** A line for a terminal or a configuration file, with a button that copies it. */
export function CopyLine({ line }: { line: string }) {
	const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(line);
			setOutcome('copied');
		} catch (error) {
			console.error('The clipboard refused the line.', error);
			setOutcome('failed');
		}
	}

	return (
		<div className="flex flex-wrap items-center gap-2">
			<code className="min-w-0 flex-1 basis-56 rounded-sm border border-border bg-bg px-2 py-1 font-mono text-xs break-all text-text">
				{line}
			</code>
			<Button size="sm" onClick={() => void copy()}>
				{outcome === 'copied' ? (
					<Check size={14} aria-hidden="true" />
				) : (
					<Copy size={14} aria-hidden="true" />
				)}
				{outcome === 'copied' ? i18n.t('settings.copied') : i18n.t('settings.copy')}
			</Button>
			{outcome === 'failed' && <span className="text-sm text-danger">{i18n.t('settings.copyFailed')}</span>}
		</div>
	);
}
