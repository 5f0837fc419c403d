import { X } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';

interface HostListProps {
	hosts: readonly string[];
	isLocked: boolean;
	/** Names the button beside a host. */
	nameOf: (host: string) => string;
	onRemove: (host: string) => void;
}

/** Hosts, each with a button that takes it off the list. */
export function HostList({ hosts, isLocked, nameOf, onRemove }: HostListProps) {
	return (
		<ul className="flex flex-col gap-1">
			{hosts.map((host) => (
				<li key={host} className="flex items-center gap-2">
					<span dir="ltr" className="min-w-0 flex-1 break-all text-start">
						{host}
					</span>
					{!isLocked && <IconButton icon={X} size="sm" label={nameOf(host)} onClick={() => onRemove(host)} />}
				</li>
			))}
		</ul>
	);
}
