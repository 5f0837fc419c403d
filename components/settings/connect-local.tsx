import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import { requestOrigin } from '../../utils/platform/permissions.ts';
import { formatNumber } from '../../utils/platform/texts.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import type { FoundServer, ServerSearch } from './find-servers.ts';
import { foundName, type LocalConnection } from './use-local-search.ts';

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

function Progress({ search: { looked, places } }: { search: ServerSearch }) {
	return (
		<p role="status" className="flex items-center gap-2 text-sm">
			<Spinner />
			{i18n.t('settings.find.progress', { looked: formatNumber(looked), places: formatNumber(places) })}
		</p>
	);
}

interface FoundListProps {
	found: readonly FoundServer[];
	onPick: (found: FoundServer) => void;
	/** Whether the settings have a server at this address already. */
	isKnown: (url: string) => boolean;
}

function FoundItem({ found, onPick, isKnown }: Omit<FoundListProps, 'found'> & { found: FoundServer }) {
	const noteId = useId();
	const { models, port, url } = found;
	const known = isKnown(url);
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1">
			<Button aria-describedby={noteId} disabled={known} onClick={() => onPick(found)}>
				{foundName(found)}
			</Button>
			<span id={noteId} className="text-sm text-muted">
				{i18n.t('settings.find.port', { port })}
				{' · '}
				{known
					? i18n.t('settings.find.known')
					: models === null
						? i18n.t('settings.find.wantsKey')
						: i18n.t('settings.find.models', { models: formatNumber(models) })}
			</span>
		</li>
	);
}

interface ConnectLocalProps {
	local: LocalConnection;
	isKnown?: (url: string) => boolean;
}

/** Shows the search on this computer, and a button for each server found so far, which connects it. */
export function ConnectLocal({ local, isKnown = () => false }: ConnectLocalProps): ReactNode {
	const { search, state, pick, look } = local;
	if (state.type !== 'idle') return <ConnectProgress state={state} />;
	if (search === null) return null;
	const isDone = search.looked === search.places;
	if (search.found.length > 0) {
		return (
			<>
				{isDone ? <p role="status">{i18n.t('settings.find.pick')}</p> : <Progress search={search} />}
				<ul className="flex flex-col gap-2">
					{search.found.map((found) => (
						<FoundItem key={found.url} found={found} onPick={pick} isKnown={isKnown} />
					))}
				</ul>
			</>
		);
	}
	if (!isDone) return <Progress search={search} />;
	return search.blocked === null ? (
		<NotFound onRetry={() => void look()} />
	) : (
		<Blocked url={search.blocked} onAllowed={() => void look()} />
	);
}
