import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import { requestOrigin } from '../../../utils/platform/permissions.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import type { NextStep } from '../../../utils/settings/paused-step.ts';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { OLLAMA_PULL } from '../draft/test-connection.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { Details } from '../fields/details.tsx';
import { type FoundServer, type ServerSearch, serverLabel, usualServer } from '../fixes/find-servers.ts';
import { type HandOver, useHandOver } from '../fixes/use-hand-over.ts';
import { ConnectProgress } from './connect-progress.tsx';
import { foundName, type LocalConnection } from './use-local-search.ts';

/** Where a person gets a program that runs models, for every system. */
const OLLAMA_DOWNLOAD = 'https://ollama.com/download';

interface BlockedProps {
	url: string;
	next: NextStep | undefined;
	onAsked: (() => void) | undefined;
	onAllowed: () => void;
}

/** One click: the permission, and with it the user's consent to talk to what refuses extensions. */
function Blocked({ url, next, onAsked, onAllowed }: BlockedProps) {
	const { host, hostname, origin } = new URL(url);
	const handOver = useHandOver(origin, next);
	const [isRefused, setIsRefused] = useState(false);

	async function allow(handOver: HandOver): Promise<void> {
		const isHandedOver = handOver(true);
		const asking = requestOrigin(url);
		onAsked?.();
		setIsRefused(false);
		if (!(await asking)) setIsRefused(true);
		else if (isHandedOver) window.close();
		else onAllowed();
	}

	const name = usualServer(url) === null ? null : serverLabel(host);
	return (
		<>
			<Notice role="alert">
				<p className="font-medium">
					{name === null
						? i18n.t('settings.connect.blocked')
						: i18n.t('settings.connect.blockedNamed', { name })}
				</p>
				<p>{i18n.t('settings.connect.blockedAdvice')}</p>
			</Notice>
			{handOver && (
				<Button look="primary" className="max-w-full self-start" onClick={() => void allow(handOver)}>
					<span className="truncate">
						{name === null
							? i18n.t('settings.allowAccess', { host: hostname })
							: i18n.t('settings.connect.letTalk', { name })}
					</span>
				</Button>
			)}
			{isRefused && (
				<p role="status" className="text-sm font-medium">
					{i18n.t('settings.connect.notAllowed')}
				</p>
			)}
			<Details>
				<p className="text-muted">{i18n.t('settings.connect.blockedDetails', { host: hostname })}</p>
			</Details>
		</>
	);
}

const LINK = 'font-medium text-accent underline';

/** Nothing runs here: the way to a first model, for those who have none. */
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
			<div className="flex flex-col gap-2 text-sm">
				<p className="font-medium">{i18n.t('settings.connect.firstModel')}</p>
				<p>
					{i18n.t('settings.connect.firstInstall')}{' '}
					<a href={OLLAMA_DOWNLOAD} target="_blank" rel="noreferrer" className={LINK}>
						{i18n.t('settings.connect.getOllama')}
						<span aria-hidden="true"> ↗</span>
					</a>
				</p>
				<p>{i18n.t('settings.connect.firstLine')}</p>
				<CopyLine line={OLLAMA_PULL} />
			</div>
		</>
	);
}

function Progress({ search: { looked, places } }: { search: ServerSearch }) {
	return (
		<p role="status" className="flex items-center gap-2 text-sm">
			<Spinner />
			{i18n.t('settings.find.progress', { looked: formatNumber(looked), places: formatNumber(places) })}
			<Elapsed />
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
	/** Called when the browser is asked for a permission. */
	onAsked?: () => void;
}

/** Shows the search on this computer, and what it has found so far as buttons that connect it. */
export function ConnectLocal({ local, isKnown = () => false, onAsked }: ConnectLocalProps): ReactNode {
	const { search, state, pick, look, next } = local;
	if (state.type !== 'idle') return <ConnectProgress state={state} onAsked={onAsked} />;
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
		<Blocked url={search.blocked} next={next} onAsked={onAsked} onAllowed={() => void look(true)} />
	);
}
