import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { describeFailure } from '../../ui/failure-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { AllowFixes } from '../fixes/allow-fixes.tsx';
import { hasFix } from '../fixes/failure-fixes.tsx';
import type { ConnectState } from './use-connect.ts';

interface Asking {
	/** Called when the browser is asked for a permission. */
	onAsked?: (() => void) | undefined;
}

function Failed({ outcome, retry, next, onAsked }: Extract<ConnectState, { type: 'failed' }> & Asking) {
	const { endpoint, failure, model } = outcome;
	const destination = whereTo(endpoint);
	const host = destination?.host ?? endpoint.name;
	const { title, advice, detail } = describeFailure(failure, { host, model, where: 'card' });

	return (
		<>
			<Notice look="danger" role="alert">
				<p className="font-medium">{title}</p>
				<p>{advice}</p>
				{detail && <p className="line-clamp-3 break-words">{detail}</p>}
			</Notice>
			<AllowFixes
				isFolded
				failure={failure}
				host={host}
				origin={destination?.origin ?? null}
				next={next}
				onMended={retry}
				{...(onAsked && { onAsked })}
			/>
			{(!hasFix(failure, null) || failure.code === 'no-models') && (
				<Button className="self-start" onClick={retry}>
					{i18n.t('settings.connect.tryAgain')}
				</Button>
			)}
		</>
	);
}

/** Shows that connecting is under way, or why it failed and what can be done. */
export function ConnectProgress({ state, onAsked }: { state: ConnectState } & Asking) {
	switch (state.type) {
		case 'idle':
			return null;
		case 'connecting':
			return (
				<p role="status" className="flex items-center gap-2 text-sm">
					<Spinner />
					{i18n.t('settings.connect.connecting', { name: state.name })}
					<Elapsed />
				</p>
			);
		case 'failed':
			return <Failed {...state} onAsked={onAsked} />;
		case 'not-stored':
			return (
				<Notice look="danger" role="alert">
					<p className="font-medium">{i18n.t('settings.connect.notStored')}</p>
					<p>{state.detail}</p>
				</Notice>
			);
	}
}
