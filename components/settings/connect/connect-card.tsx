import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import type { PausedStep } from '../../../utils/settings/paused-step.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { browserName } from '../browser-model/browser-model.ts';
import { type FoundServer, factsOfFound } from '../fixes/find-servers.ts';
import { usePausedStep } from '../fixes/use-paused-step.ts';
import type { KeyServer } from '../keys/key-destination.ts';
import { ConnectBrowser } from './connect-browser.tsx';
import { ConnectChoices, type ConnectWay } from './connect-choices.tsx';
import { ConnectKey } from './connect-key.tsx';
import { ConnectLocal } from './connect-local.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import { ConnectPublic } from './connect-public.tsx';
import { useBrowserModel } from './use-browser-model.ts';
import { type ConnectCardProps, type ConnectRequest, useConnect } from './use-connect.ts';
import { foundName, useLocalSearch } from './use-local-search.ts';

function requestOf(paused: PausedStep): ConnectRequest | null {
	if (paused.type !== 'connect' || paused.endpoint.kind !== 'server') return null;
	const { endpoint, apiKey, isModelGuessed, mends } = paused;
	return { parsed: { ok: true, endpoint, apiKey }, isModelGuessed, mends };
}

const TITLES: Record<Exclude<ConnectWay, 'other'>, () => string> = {
	browser: () => i18n.t('settings.connect.browser', { name: browserName() }),
	local: () => i18n.t('settings.connect.local'),
	key: () => i18n.t('settings.connect.key'),
	public: () => i18n.t('settings.connect.public'),
};

/**
 * Moves the focus to the title of the new step. The control that had it is gone, and keyboards and screen readers go on
 * from there.
 */
function focus(title: HTMLElement | null): void {
	title?.focus();
}

interface CardProps extends ConnectCardProps {
	/** Whether the user has just installed the extension, and reads of it for the first time. */
	isWelcome?: boolean;
}

function Welcome() {
	return (
		<div className="flex flex-col gap-2 pb-2">
			<Mark />
			<h1 className="text-2xl font-semibold">{i18n.t('settings.connect.welcome')}</h1>
			<p>{i18n.t('settings.connect.welcomeText')}</p>
			<p className="text-muted">{i18n.t('settings.connect.welcomeWhere')}</p>
		</div>
	);
}

/** Shown in the chat while there is no server to ask. It searches for servers only when the user chooses that. */
export function ConnectCard({ isWelcome = false, ...props }: CardProps) {
	const [way, setWay] = useState<Exclude<ConnectWay, 'other'> | 'resumed' | null>(null);
	const [hasMoved, setHasMoved] = useState(false);
	const browserModel = useBrowserModel(props.onConnected);
	/** The server that was found on this computer and answers only to a key; else null. */
	const [locked, setLocked] = useState<KeyServer | null>(null);
	const local = useLocalSearch({ ...props, takesOnly: true, onKeyNeeded: askForKey });

	function askForKey(found: FoundServer): void {
		const preset = found.server && presetOf(found.server);
		setLocked({ ...factsOfFound(found), name: foundName(found), preset });
		setWay('key');
	}

	/** What the popup had to leave, in the window that goes on with it. */
	const resumed = useConnect(props);
	const [resumedName, setResumedName] = useState('');
	const stopWaiting = usePausedStep(({ type }) => type !== 'retry', {
		onPaused(paused) {
			setHasMoved(true);
			setLocked(null);
			setWay(paused.type === 'search' ? 'local' : 'resumed');
			if (paused.type === 'search') local.showBlocked(paused.origin);
			const request = requestOf(paused);
			if (!request) return;
			setResumedName(request.parsed.endpoint.name);
			resumed.showWaiting(request);
		},
		onAllowed(paused) {
			if (paused.type === 'search') void local.look(true);
			const request = requestOf(paused);
			if (request) void resumed.start(request);
		},
	});

	function goTo(next: typeof way): void {
		stopWaiting();
		setWay(next);
		setLocked(null);
		setHasMoved(true);
		if (next === 'local') void local.look();
		else local.cancel();
		if (next === 'browser') void browserModel.connect();
		else browserModel.download.cancel();
	}

	function titleOf(): string {
		if (locked) return locked.name;
		if (way === 'resumed') return resumedName;
		return way ? TITLES[way]() : i18n.t('settings.connect.title');
	}

	function choose(chosen: ConnectWay): void {
		if (chosen === 'other') {
			void openSettings();
			return;
		}
		goTo(chosen);
	}

	// The welcome has a heading of its own above it; elsewhere nothing stands above.
	const Heading = isWelcome && !way ? 'h2' : 'h1';

	return (
		<section className="flex flex-col gap-4">
			{isWelcome && !way && <Welcome />}
			<div className="flex flex-col gap-1">
				<Heading
					key={way}
					ref={hasMoved && way !== 'key' ? focus : undefined}
					tabIndex={-1}
					className="text-lg font-semibold outline-none"
				>
					{titleOf()}
				</Heading>
				{!way && <p className="text-muted">{i18n.t('settings.connect.intro')}</p>}
			</div>
			{way === null && <ConnectChoices browserModel={browserModel.found} onChoose={choose} />}
			{way === 'browser' && <ConnectBrowser connection={browserModel} onCancel={() => goTo(null)} />}
			{way === 'local' && <ConnectLocal local={local} onAsked={stopWaiting} />}
			{way === 'key' && <ConnectKey {...props} server={locked} />}
			{way === 'public' && <ConnectPublic {...props} />}
			{way === 'resumed' && <ConnectProgress state={resumed.state} onAsked={stopWaiting} />}
			{way && (
				<div className="flex justify-between gap-2">
					<Button look="quiet" size="sm" className="-ms-2.5" onClick={() => goTo(null)}>
						<ArrowLeft size={14} aria-hidden="true" />
						{i18n.t('settings.connect.back')}
					</Button>
					<Button look="quiet" size="sm" className="-me-2.5" onClick={() => void openSettings()}>
						{i18n.t('settings.connect.settings')}
					</Button>
				</div>
			)}
		</section>
	);
}
