import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { cleanKey } from '../../../utils/settings/input/clean-key.ts';
import { hasBlank } from '../../../utils/settings/preset-search.ts';
import { PRESETS } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { ApiKeyField } from '../fields/api-key-field.tsx';
import { problemText } from '../fields/problem-text.ts';
import { type KeyDestination, type KeyServer, keyDestination, keyServerOf } from '../keys/key-destination.ts';
import { PresetNote } from '../presets/preset-note.tsx';
import { PresetPicker } from '../presets/preset-picker.tsx';
import { endpointOf } from './connect.ts';
import { ConnectProgress } from './connect-progress.tsx';
import { type ConnectCardProps, useConnect } from './use-connect.ts';

/** The companies that need no more than a key. An address with blanks is filled in in the settings. */
const COMPANIES = PRESETS.filter((preset) => preset.place === 'cloud' && !hasBlank(preset));

/** Focuses the field for the key: whoever comes here has one at hand, and can paste it at once. */
function focusKey(form: HTMLFormElement | null): void {
	form?.querySelector('input')?.focus();
}

/** Says who will get the key, before anything is sent; empty while there is none. */
function destinationText(destination: KeyDestination, apiKey: string): string | null {
	switch (destination.type) {
		case 'known': {
			const { server } = destination;
			const host = whereTo(serverAt(server.url))?.host ?? '';
			return i18n.t('settings.connect.keyGoesTo', { host, name: server.name });
		}
		case 'foreign': {
			const { owner, chosen } = destination;
			return i18n.t('settings.connect.keyOfOther', { owner: owner.name, name: chosen.name });
		}
		case 'unknown':
			return cleanKey(apiKey) === '' ? null : i18n.t('settings.connect.keyGoesNowhere');
	}
}

interface ConnectKeyProps extends ConnectCardProps {
	/** The server whose key is asked for, if that is known; null if the user is to choose one. */
	server: KeyServer | null;
}

/** Asks for a key, and for the company that made it if the key does not show that. */
export function ConnectKey({ server, ...props }: ConnectKeyProps) {
	const { state, start, reset } = useConnect(props);
	const [apiKey, setApiKey] = useState('');
	const [chosen, setChosen] = useState(server);
	const [error, setError] = useState<string>();
	const destination = keyDestination(apiKey, chosen);
	const known = destination.type === 'known' ? destination.server : null;

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (cleanKey(apiKey) === '') {
			setError(i18n.t('settings.connect.keyMissing'));
			return;
		}
		if (!known) {
			setError(destinationText(destination, apiKey) ?? undefined);
			return;
		}
		const parsed = endpointOf(known, known.name, apiKey);
		if (!parsed.ok) setError(problemText(parsed.problems.apiKey));
		else void start({ parsed, isModelGuessed: known.models.length === 0 });
	}

	function change(): void {
		setError(undefined);
		reset();
	}

	function edit(value: string): void {
		setApiKey(value);
		change();
	}

	function choose(next: KeyServer): void {
		setChosen(next);
		change();
	}

	return (
		<form ref={focusKey} noValidate onSubmit={submit} className="flex flex-col gap-3">
			<ApiKeyField value={apiKey} error={error} onChange={edit} />
			<p aria-live="polite" className="text-sm empty:hidden">
				{error === undefined && destinationText(destination, apiKey)}
			</p>
			{server === null && (
				<PresetPicker
					legend={i18n.t('settings.connect.whoseKey')}
					presets={COMPANIES}
					picked={(chosen ?? known)?.preset ?? undefined}
					onPick={(preset) => choose(keyServerOf(preset))}
				/>
			)}
			{known?.preset && <PresetNote preset={known.preset} />}
			<Button type="submit" look="primary" className="self-start" disabled={state.type === 'connecting'}>
				{i18n.t('settings.connect.connect')}
			</Button>
			<ConnectProgress state={state} />
		</form>
	);
}
