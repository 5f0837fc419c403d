import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { ApiKeyField } from './api-key-field.tsx';
import { endpointOf, presetOfKey } from './connect.ts';
import { ConnectProgress } from './connect-progress.tsx';
import { problemText } from './problem-text.ts';
import { type ConnectCardProps, useConnect } from './use-connect.ts';

/** Asks for a key and for nothing else: a key shows which service it belongs to. */
export function ConnectKey(props: ConnectCardProps) {
	const { state, start, reset } = useConnect(props);
	const [apiKey, setApiKey] = useState('');
	const [error, setError] = useState<string>();

	function submit(event: FormEvent): void {
		event.preventDefault();
		const preset = presetOfKey(apiKey);
		const parsed = endpointOf(preset, i18n.t(`preset.${preset.id}.name`), apiKey);
		if (!parsed.ok) setError(problemText(parsed.problems.apiKey));
		else if (parsed.apiKey === '') setError(i18n.t('settings.connect.keyMissing'));
		else void start(parsed, false);
	}

	function edit(value: string): void {
		setApiKey(value);
		setError(undefined);
		reset();
	}

	return (
		<form noValidate onSubmit={submit} className="flex flex-col gap-3">
			<ApiKeyField value={apiKey} hint={i18n.t('settings.connect.keyKind')} error={error} onChange={edit} />
			<Button type="submit" look="primary" className="self-start" disabled={state.type === 'connecting'}>
				{i18n.t('settings.connect.connect')}
			</Button>
			<ConnectProgress state={state} />
		</form>
	);
}
