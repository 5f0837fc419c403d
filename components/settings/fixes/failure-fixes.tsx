import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/failure.ts';
import { Button } from '../../ui/button.tsx';
import { DownloadModel } from '../browser-model/download-model.tsx';
import { CopyLine } from '../fields/copy-line.tsx';
import { Details } from '../fields/details.tsx';
import { serverLabel } from './find-servers.ts';

/** The setting with which Ollama must be started so that it accepts extensions, for both browsers. */
export const OLLAMA_ORIGINS = 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*';

export interface FailureFixesProps {
	failure: Failure;
	host: string;
	/** The server's own list of models, given if the failure is about the model. */
	models: readonly string[] | null;
	/** Whether what is technical is folded: where people chat, and not in the settings. */
	isFolded?: boolean;
	/** Whether the text of the failure has the line to copy already, so that only what a click mends is drawn. */
	hasLine?: boolean;
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
			return <OriginFixes {...props} />;
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

/** The two ways to have a server answer that refuses extensions. */
function OriginFixes({ host, isFolded = false, hasLine = false, onRemoveOrigin }: FailureFixesProps) {
	const ways = (
		<>
			<p className="text-muted">{i18n.t('settings.removeOriginHint', { host })}</p>
			{!hasLine && (
				<>
					<p className="mt-1">{i18n.t('settings.setOrigins')}</p>
					<CopyLine line={OLLAMA_ORIGINS} />
				</>
			)}
		</>
	);
	const label = isFolded
		? i18n.t('settings.connect.letTalk', { name: serverLabel(host) })
		: i18n.t('settings.removeOrigin');
	return (
		<div className="flex flex-col items-start gap-2 text-sm">
			<Button look="primary" className="max-w-full" onClick={onRemoveOrigin}>
				<span className="truncate">{label}</span>
			</Button>
			{isFolded ? <Details>{ways}</Details> : ways}
		</div>
	);
}
