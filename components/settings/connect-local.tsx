import { i18n } from '#i18n';
import { requestOrigin } from '../../utils/platform/permissions.ts';
import type { Preset } from '../../utils/settings/presets.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import { type LocalConnection, presetName } from './use-local-search.ts';

function Blocked({ url, onAllowed }: { url: string; onAllowed: () => void }) {
	async function allow(): Promise<void> {
		if (await requestOrigin(url)) onAllowed();
	}
	const { hostname } = new URL(url);
	return (
		<>
			<Notice role="alert">
				<p className="font-medium">{i18n.t('settings.connect.blocked')}</p>
				<p>{i18n.t('settings.connect.blockedAdvice')}</p>
			</Notice>
			<Button look="primary" className="self-start" onClick={() => void allow()}>
				{i18n.t('settings.allowAccess', { host: hostname })}
			</Button>
		</>
	);
}

function NotFound({ onRetry }: { onRetry: () => void }) {
	return (
		<>
			<Notice role="alert">
				<p className="font-medium">{i18n.t('settings.connect.notFound')}</p>
				<p>{i18n.t('settings.connect.notFoundAdvice')}</p>
			</Notice>
			<Button className="self-start" onClick={onRetry}>
				{i18n.t('settings.connect.tryAgain')}
			</Button>
		</>
	);
}

function Choice({ presets, onPick }: { presets: readonly Preset[]; onPick: (preset: Preset) => void }) {
	return (
		<>
			<p>{i18n.t('settings.connect.several')}</p>
			<div className="flex flex-wrap gap-2">
				{presets.map((preset) => (
					<Button key={preset.id} onClick={() => onPick(preset)}>
						{presetName(preset)}
					</Button>
				))}
			</div>
		</>
	);
}

/** Shows the search on this computer. If several servers answer, the user picks one. */
export function ConnectLocal({ local }: { local: LocalConnection }) {
	const { search, state, pick, look } = local;
	if (state.type !== 'idle') return <ConnectProgress state={state} />;
	if (search === null) {
		return (
			<p role="status" className="flex items-center gap-2 text-sm">
				<Spinner />
				{i18n.t('settings.connect.searching')}
			</p>
		);
	}
	switch (search.type) {
		case 'blocked':
			return <Blocked url={search.url} onAllowed={() => void look()} />;
		case 'none':
			return <NotFound onRetry={() => void look()} />;
		case 'found':
			return <Choice presets={search.presets} onPick={pick} />;
	}
}
