import { i18n } from '#i18n';
import type { Failure } from '../../utils/lockchat/types.ts';
import { Button } from '../ui/button.tsx';
import { CopyLine } from './copy-line.tsx';

/** What Ollama wants to hear at its start; it serves both browsers. */
const OLLAMA_ORIGINS = 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*';

export interface FailureFixesProps {
	failure: Failure;
	host: string;
	/** The server's own list, where the failure is about the model. */
	models: readonly string[] | null;
	/** Called straight from the click: what it does first may be to ask for a permission. */
	onAllow: () => void;
	onRemoveOrigin: () => void;
	onUseModels: () => void;
}

/** True where the failure can be mended with one click. */
export function hasFix({ code }: Failure, models: readonly string[] | null): boolean {
	const isAboutModel = code === 'model-not-found' && models !== null;
	return code === 'permission-needed' || code === 'forbidden-origin' || isAboutModel;
}

/** The ways to mend a failed connection, where there are any beyond the advice. */
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
