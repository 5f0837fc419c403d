import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import { findEndpoint, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { isKeyManaged, setKey } from '../../../utils/settings/keys.ts';
import { Button } from '../../ui/button.tsx';
import { KeyEntry } from './key-entry.tsx';

/** From now on nothing is sent to the server without its key. */
async function noteKey(id: string): Promise<void> {
	const endpoint = await findEndpoint(id);
	if (endpoint?.kind === 'server' && !endpoint.needsAuth) {
		await saveEndpoints([{ ...endpoint, needsAuth: true }]);
	}
}

/** “Enter key”: stores another key for a server that refused the one it has. Nothing where an organization has set the key. */
export function EnterKey({ endpoint, onStored }: { endpoint: Endpoint; onStored: () => void }) {
	const [isOpen, setIsOpen] = useState(false);
	const [isOurs, setIsOurs] = useState(false);
	const { id } = endpoint;
	useEffect(() => {
		void isKeyManaged(id).then((isManaged) => setIsOurs(!isManaged));
	}, [id]);
	const place = whereTo(endpoint);
	if (!isOurs || !place) return null;
	if (!isOpen) {
		return (
			<Button look="primary" size="sm" onClick={() => setIsOpen(true)}>
				{i18n.t('settings.enterKey')}
			</Button>
		);
	}
	return (
		<KeyEntry
			isNeeded
			url={place.address}
			action={i18n.t('settings.keepKeyAndRetry')}
			onKey={async (apiKey) => {
				await setKey(id, apiKey);
				await noteKey(id);
				onStored();
			}}
		/>
	);
}
