import { i18n } from '#i18n';
import { setOriginRule } from '../../utils/platform/origin-rule.ts';
import { requestOrigin } from '../../utils/platform/permissions.ts';
import { Button } from '../ui/button.tsx';
import { describeFailure } from '../ui/failure-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { FailureFixes, hasFix } from './failure-fixes.tsx';
import type { ConnectState } from './use-connect.ts';

function Failed({ outcome, retry }: Extract<ConnectState, { type: 'failed' }>) {
	const { endpoint, failure, model } = outcome;
	const { host } = new URL(endpoint.url);
	const { title, advice, detail } = describeFailure(failure, { host, model });

	async function allow(mend?: (url: string) => Promise<void>): Promise<void> {
		if (!(await requestOrigin(endpoint.url))) return;
		await mend?.(endpoint.url);
		retry();
	}

	return (
		<>
			<Notice look="danger" role="alert">
				<p className="font-medium">{title}</p>
				<p>{advice}</p>
				{detail && <p className="line-clamp-3 break-words">{detail}</p>}
			</Notice>
			<FailureFixes
				failure={failure}
				host={host}
				models={null}
				onAllow={() => void allow()}
				onRemoveOrigin={() => void allow(setOriginRule)}
				onUseModels={retry}
			/>
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
