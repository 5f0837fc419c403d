import { AppWindow, Globe, Laptop, Network } from 'lucide-react';
import { i18n } from '#i18n';
import { type Destination as Place, whereTo } from '../../../utils/providers/endpoint.ts';
import { useTarget, useTargets } from '../services/chat-services.ts';

/** Where words go: a sign for each kind of place, and its name, which the internet goes without. */
export const PLACES: Record<Place['place'], { icon: typeof Globe; text: () => string | null }> = {
	loopback: { icon: Laptop, text: () => i18n.t('chat.thisComputer') },
	private: { icon: Network, text: () => i18n.t('chat.localNetwork') },
	public: { icon: Globe, text: () => null },
	browser: { icon: AppWindow, text: () => i18n.t('chat.thisBrowser') },
};

const LINE = 'mt-1 flex h-4 items-center justify-center gap-1.5 text-xs text-muted';

/** Says where the words go: to which server's host, and whether that is this computer; or that they stay in the browser. */
export function Destination() {
	const targets = useTargets();
	const target = useTarget();
	const endpoint = targets?.endpoints.find(({ id }) => id === target?.endpointId);
	const destination = endpoint ? whereTo(endpoint) : null;
	if (!destination) return <div className={LINE} />;
	const { host, address } = destination;
	const { icon: Icon, text } = PLACES[destination.place];
	const place = text();
	return (
		<div className={LINE} title={address}>
			<Icon size={13} aria-hidden="true" className="shrink-0" />
			<span className="truncate">{place ? i18n.t('chat.hostAndPlace', { host, place }) : host}</span>
		</div>
	);
}
