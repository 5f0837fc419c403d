import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../utils/lockchat/types.ts';
import { setOriginRule } from '../../utils/platform/origin-rule.ts';
import { requestOrigin } from '../../utils/platform/permissions.ts';
import { Button } from '../ui/button.tsx';
import { DownloadModel } from './download-model.tsx';

/** The setting with which Ollama must be started so that it accepts extensions, for both browsers. */
const OLLAMA_ORIGINS = 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*';

export interface FailureFixesProps {
	failure: Failure;
	host: string;
	/** The server's own list of models, given if the failure is about the model. */
	models: readonly string[] | null;
	/** Called straight from the click, because it may ask the browser for a permission. */
	onAllow: () => void;
	onRemoveOrigin: () => void;
	onUseModels: () => void;
	/** Called when the browser's own model has been downloaded. */
	onDownloaded: () => void;
}

const FIXABLE: ReadonlySet<Failure['code']> = new Set([
	'permission-needed',
	'forbidden-origin',
	'browser-model-download',
]);

/** Whether the failure can be mended by one click, or by a line to copy. */
export function hasFix({ code, detail }: Failure, models: readonly string[] | null): boolean {
	const isAboutModel = code === 'model-not-found' && models !== null;
	if (code === 'no-models') return detail !== undefined;
	return FIXABLE.has(code) || isAboutModel;
}

/** Buttons that mend a failed connection. Draws none if there is only advice. */
export function FailureFixes(props: FailureFixesProps) {
	const { failure, host, models } = props;
	switch (failure.code) {
		case 'permission-needed':
			return (
				<Button look="primary" className="max-w-full" onClick={props.onAllow}>
					<span className="truncate">{i18n.t('settings.allowAccess', { host })}</span>
				</Button>
			);
		case 'forbidden-origin':
			return (
				<div className="flex flex-col items-start gap-2 text-sm">
					<Button look="primary" onClick={props.onRemoveOrigin}>
						{i18n.t('settings.removeOrigin')}
					</Button>
					<p className="text-muted">{i18n.t('settings.removeOriginHint', { host })}</p>
					<p className="mt-1">{i18n.t('settings.setOrigins')}</p>
					<CopyLine line={OLLAMA_ORIGINS} />
				</div>
			);
		case 'no-models':
			return failure.detail === undefined ? null : <CopyLine line={failure.detail} />;
		case 'browser-model-download':
			return <DownloadModel onReady={props.onDownloaded} />;
		case 'model-not-found':
			return (
				models && (
					<div className="flex flex-col items-start gap-2 text-sm">
						<p className="line-clamp-3 break-all text-muted">{models.join(', ')}</p>
						<Button onClick={props.onUseModels}>{i18n.t('settings.useListed')}</Button>
					</div>
				)
			);
		default:
			return null;
	}
}

export interface AllowFixesProps {
	failure: Failure;
	host: string;
	/** The origin for which the browser is asked for a permission; null where none is needed. */
	origin: string | null;
	/** Called when the obstacle is gone, so that what failed can be tried again. */
	onMended: () => void;
	/** Called when the user, or the browser, has refused. `onAsked` is called before each question. */
	onRefused?: () => void;
	onAsked?: () => void;
}

/** Buttons that mend a failure by a permission, wherever the failure is shown. */
export function AllowFixes({ failure, host, origin, onMended, onRefused, onAsked }: AllowFixesProps) {
	/** The browser is asked first: after an `await`, Firefox would no longer count the click as the user's gesture. */
	async function allow(mend?: (origin: string) => Promise<void>): Promise<void> {
		if (origin === null) return;
		try {
			const asking = requestOrigin(origin);
			onAsked?.();
			if (!(await asking)) {
				onRefused?.();
				return;
			}
			await mend?.(origin);
			onMended();
		} catch (error) {
			console.error('The browser refused the permission.', error);
			onRefused?.();
		}
	}

	return (
		<FailureFixes
			failure={failure}
			host={host}
			models={null}
			onAllow={() => void allow()}
			onRemoveOrigin={() => void allow(setOriginRule)}
			onUseModels={onMended}
			onDownloaded={onMended}
		/>
	);
}

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
