import { ChevronRight, Globe, KeyRound, type LucideIcon, Monitor, Server } from 'lucide-react';
import { i18n } from '#i18n';

export type ConnectWay = 'local' | 'key' | 'other' | 'public';

const WAYS: { way: ConnectWay; icon: LucideIcon; title: () => string; hint: () => string }[] = [
	{
		way: 'local',
		icon: Monitor,
		title: () => i18n.t('settings.connect.local'),
		hint: () => i18n.t('settings.connect.localHint'),
	},
	{
		way: 'key',
		icon: KeyRound,
		title: () => i18n.t('settings.connect.key'),
		hint: () => i18n.t('settings.connect.keyHint'),
	},
	{
		way: 'other',
		icon: Server,
		title: () => i18n.t('settings.connect.other'),
		hint: () => i18n.t('settings.connect.otherHint'),
	},
	{
		way: 'public',
		icon: Globe,
		title: () => i18n.t('settings.connect.public'),
		hint: () => i18n.t('settings.connect.publicHint'),
	},
];

/** Asks where the user's model is. */
export function ConnectChoices({ onChoose }: { onChoose: (way: ConnectWay) => void }) {
	return (
		<ul className="flex flex-col gap-2">
			{WAYS.map(({ way, icon: Icon, title, hint }) => (
				<li key={way}>
					<button
						type="button"
						onClick={() => onChoose(way)}
						className="flex w-full items-center gap-3 rounded-md border border-border bg-bg px-3 py-2.5 text-start transition-colors hover:bg-surface-2"
					>
						<Icon size={18} aria-hidden="true" className="shrink-0 text-accent" />
						<span className="min-w-0 flex-1">
							<span className="block font-medium">{title()}</span>
							<span className="block text-sm text-muted">{hint()}</span>
						</span>
						<ChevronRight size={16} aria-hidden="true" className="shrink-0 text-muted" />
					</button>
				</li>
			))}
		</ul>
	);
}
