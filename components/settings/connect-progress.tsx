import { i18n } from '#i18n';
import { whereTo } from '../../utils/providers/endpoint.ts';
import { Button } from '../ui/button.tsx';
import { describeFailure } from '../ui/failure-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { AllowFixes, hasFix } from './failure-fixes.tsx';
import type { ConnectState } from './use-connect.ts';

function Failed({ outcome, retry }: Extract<ConnectState, { type: 'failed' }>) {
	const { endpoint, failure, model } = outcome;
	const destination = whereTo(endpoint);
	const host = destination?.host ?? endpoint.name;
	const { title, advice, detail } = describeFailure(failure, { host, model });

	return (
		<>
			<Notice look="danger" role="alert">
				<p className="font-medium">{title}</p>
				<p>{advice}</p>
				{detail && <p className="line-clamp-3 break-words">{detail}</p>}
			</Notice>
			<AllowFixes failure={failure} host={host} origin={destination?.origin ?? null} onMended={retry} />
			{!hasFix(failure, null) && (
				<Button className="self-start" onClick={retry}>
					{i18n.t('settings.connect.tryAgain')}
				</Button>
			)}
		</>
	);
}

/** Shows that connecting is under way, or why it failed and what can be done. */
export function ConnectProgress({ state }: { state: ConnectState }) {
	switch (state.type) {
		case 'idle':
			return null;
		case 'connecting':
			return (
				<p role="status" className="flex items-center gap-2 text-sm">
					<Spinner />
					{i18n.t('settings.connect.connecting', { name: state.name })}
				</p>
			);
		case 'failed':
			return <Failed {...state} />;
		case 'not-stored':
			return (
				<Notice look="danger" role="alert">
					<p className="font-medium">{i18n.t('settings.connect.notStored')}</p>
					<p>{state.detail}</p>
				</Notice>
			);
	}
}
