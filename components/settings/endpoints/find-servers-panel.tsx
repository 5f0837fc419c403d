import { Search } from 'lucide-react';
import { useRef } from 'react';
import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { ConnectLocal } from '../connect/connect-local.tsx';
import { foundName, useLocalSearch } from '../connect/use-local-search.ts';
import { addEndpoint, applyPreset, showStored } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import { isDraftChanged, type SettingsDraft } from '../draft/settings-draft.ts';
import { type FoundServer, factsOfFound } from '../fixes/find-servers.ts';

const originOf = (url: string) => whereTo(serverAt(url))?.origin;

/**
 * Finds the servers on this computer, for the settings page. A server that is connected is stored at once, and shown in
 * the list.
 */
export function FindServers({ draft }: { draft: SettingsDraft }) {
	const { store, client } = useSettings();
	const button = useRef<HTMLButtonElement>(null);

	async function show(id: string): Promise<void> {
		const stored = (await endpoints.getValue()).find((endpoint) => endpoint.id === id);
		// “Saved” is said only if nothing else of the draft waits for Save.
		if (!isDraftChanged(draft)) store.set({ notice: { type: 'saved' } });
		if (stored?.kind === 'server') showStored(store, stored, '');
		// The button that was clicked is gone together with the list, so the focus moves.
		button.current?.focus();
	}

	/** Opens the form, which asks for the key, with all else filled in. */
	function fillIn(found: FoundServer): void {
		applyPreset(store, addEndpoint(store), { ...factsOfFound(found), name: foundName(found) });
	}

	const local = useLocalSearch({
		client,
		takesOnly: false,
		onKeyNeeded: fillIn,
		onConnected: (id) => void show(id),
	});
	const isKnown = (url: string) => draft.rows.some((row) => originOf(row.input.url) === originOf(url));
	return (
		<div className="flex flex-col gap-3">
			<Button
				ref={button}
				className="h-auto min-h-9 max-w-full self-start py-1.5 whitespace-normal"
				onClick={() => void local.look()}
			>
				<Search size={16} aria-hidden="true" />
				{i18n.t('settings.find.find')}
			</Button>
			<ConnectLocal local={local} isKnown={isKnown} />
		</div>
	);
}
