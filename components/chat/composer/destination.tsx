import { Globe, Laptop, Network } from 'lucide-react';
import { i18n } from '#i18n';
import { type HostKind, hostKind } from '../../../utils/settings/host-kind.ts';
import { useTarget, useTargets } from '../services/chat-services.ts';

const PLACES: Record<HostKind, { icon: typeof Globe; text: () => string | null }> = {
	loopback: { icon: Laptop, text: () => i18n.t('chat.thisComputer') },
	private: { icon: Network, text: () => i18n.t('chat.localNetwork') },
	public: { icon: Globe, text: () => null },
};

/** Where the words go: the server's host, and whether that is this computer. */
export function Destination() {
	const targets = useTargets();
	const target = useTarget();
	const endpoint = targets?.endpoints.find(({ id }) => id === target?.endpointId);
	if (!endpoint || !URL.canParse(endpoint.url)) return <div className="flex-1" />;
	const { host, hostname } = new URL(endpoint.url);
	const { icon: Icon, text } = PLACES[hostKind(hostname)];
	const place = text();
	return (
		<div className="flex min-w-0 flex-1 items-center gap-1.5 text-xs text-muted" title={endpoint.url}>
			<Icon size={13} aria-hidden="true" className="shrink-0" />
			<span className="truncate">{place ? i18n.t('chat.hostAndPlace', { host, place }) : host}</span>
		</div>
	);
}
