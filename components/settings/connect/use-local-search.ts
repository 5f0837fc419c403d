import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { NextStep } from '../../../utils/settings/paused-step.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { type FoundServer, factsOfFound, findServers, type ServerSearch } from '../fixes/find-servers.ts';
import { presetName } from '../presets/preset-text.ts';
import { endpointOf } from './connect.ts';
import { type ConnectCardProps, useConnect } from './use-connect.ts';

/** The name of what was found. If its answer does not tell what it is, the port is named. */
export function foundName({ server, port }: FoundServer): string {
	return server ? presetName(presetOf(server)) : i18n.t('settings.find.onPort', { port });
}

interface LocalSearchProps extends ConnectCardProps {
	/** Whether a server is connected at once if it is the only one and wants no key. */
	takesOnly: boolean;
	/** Called to ask the user for the key of a server that answers to nobody without one. */
	onKeyNeeded: (found: FoundServer) => void;
}

/** Searches for servers on this computer when it is told to, and connects the one that the user picks. */
export function useLocalSearch({ takesOnly, onKeyNeeded, ...props }: LocalSearchProps) {
	const { state, start, reset } = useConnect(props);
	/** Null before the first search. */
	const [search, setSearch] = useState<ServerSearch | null>(null);
	/** The number of the search that the user waits for. What an older search finds is dropped. */
	const current = useRef(0);
	/** Whether the user has let the extension talk to what refuses extensions. */
	const mends = useRef(false);

	function cancel(): void {
		current.current += 1;
	}

	function pick(found: FoundServer): void {
		cancel();
		if (found.models === null) {
			onKeyNeeded(found);
			return;
		}
		const facts = factsOfFound(found);
		const parsed = endpointOf({ ...facts, models: [] }, found.server ? foundName(found) : '');
		if (parsed.ok) void start({ parsed, isModelGuessed: true, mends: mends.current });
	}

	/** `isAllowed`: the user has let the extension talk to this computer's servers, also to those that refuse extensions. */
	async function look(isAllowed = false): Promise<void> {
		cancel();
		const own = current.current;
		mends.current = isAllowed;
		reset();
		const outcome = await findServers(props.client, (now) => current.current === own && setSearch(now));
		if (current.current !== own) return;
		const [only, ...others] = outcome.found;
		if (takesOnly && only && others.length === 0 && only.models !== null) pick(only);
	}

	/** Shows a search that waits for a permission, without asking anything of any server. */
	function showBlocked(url: string): void {
		cancel();
		reset();
		setSearch({ places: 1, looked: 1, found: [], blocked: url });
	}

	const next: NextStep | undefined = props.isPopup ? { type: 'search' } : undefined;
	return { search, state, pick, look, cancel, showBlocked, next };
}

export type LocalConnection = ReturnType<typeof useLocalSearch>;
