import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Preset } from '../../utils/settings/presets.ts';
import { endpointOf, findLocalServers, type LocalSearch } from './connect.ts';
import { type ConnectCardProps, useConnect } from './use-connect.ts';

/** The name the user knows a preset by. */
export function presetName({ id }: Preset): string {
	return i18n.t(`preset.${id}.name`);
}

/** Searches for servers on this computer when it is told to, and connects the server if only one answers. */
export function useLocalSearch(props: ConnectCardProps) {
	const { state, start, reset } = useConnect(props);
	/** Null while it searches. */
	const [search, setSearch] = useState<LocalSearch | null>(null);

	function pick(preset: Preset): void {
		const parsed = endpointOf(preset, presetName(preset));
		if (parsed.ok) void start(parsed, true);
	}

	/** The number of the latest search. The outcome of an older one is ignored, since the user no longer waits for it. */
	const current = useRef(0);

	function cancel(): void {
		current.current += 1;
	}

	async function look(): Promise<void> {
		cancel();
		const own = current.current;
		reset();
		setSearch(null);
		const outcome = await findLocalServers(props.client);
		if (current.current !== own) return;
		setSearch(outcome);
		const [only, ...others] = outcome.type === 'found' ? outcome.presets : [];
		if (only && others.length === 0) pick(only);
	}

	return { search, state, pick, look, cancel };
}

export type LocalConnection = ReturnType<typeof useLocalSearch>;
