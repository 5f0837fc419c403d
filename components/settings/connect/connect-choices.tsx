import { AppWindow, ChevronRight, Globe, KeyRound, type LucideIcon, Monitor, Server } from 'lucide-react';
import { i18n } from '#i18n';
import { locale } from '../../../utils/platform/texts.ts';
import type { FoundModel } from '../../../utils/providers/language-model.ts';
import { browserName } from '../browser-model/browser-model.ts';

export type ConnectWay = 'browser' | 'local' | 'key' | 'other' | 'public';

interface Way {
	way: ConnectWay;
	icon: LucideIcon;
	title: string;
	hint: string;
}

/** What is said below this choice. It names the languages that the model knows, if the user's is not among them. */
function browserHint({ availability, languages }: FoundModel): string {
	const hint =
		availability === 'available'
			? i18n.t('settings.connect.browserHint')
			: i18n.t('settings.connect.browserDownloadHint');
	if (languages.length === 0 || languages.includes(locale)) return hint;
	const names = new Intl.DisplayNames(locale, { type: 'language' });
	const list = new Intl.ListFormat(locale).format(
		languages.map((language) => names.of(language) ?? language),
	);
	return `${hint}. ${i18n.t('settings.connect.browserLanguages', { languages: list })}`;
}

function browserWay(found: FoundModel): Way {
	const title = i18n.t('settings.connect.browser', { name: browserName() });
	return { way: 'browser', icon: AppWindow, title, hint: browserHint(found) };
}

function serverWays(): Way[] {
	return [
		{
			way: 'local',
			icon: Monitor,
			title: i18n.t('settings.connect.local'),
			hint: i18n.t('settings.connect.localHint'),
		},
		{
			way: 'key',
			icon: KeyRound,
			title: i18n.t('settings.connect.key'),
			hint: i18n.t('settings.connect.keyHint'),
		},
		{
			way: 'other',
			icon: Server,
			title: i18n.t('settings.connect.other'),
			hint: i18n.t('settings.connect.otherHint'),
		},
		{
			way: 'public',
			icon: Globe,
			title: i18n.t('settings.connect.public'),
			hint: i18n.t('settings.connect.publicHint'),
		},
	];
}

interface ConnectChoicesProps {
	/** The browser's own model; null where there is none, undefined until that is known. */
	browserModel: FoundModel | null | undefined;
	onChoose: (way: ConnectWay) => void;
}

/**
 * Asks where the user's model is. It waits until the browser has said whether it has a model, because a choice that
 * came later would move the others under the pointer.
 */
export function ConnectChoices({ browserModel, onChoose }: ConnectChoicesProps) {
	if (browserModel === undefined) return null;
	const ways = [...(browserModel ? [browserWay(browserModel)] : []), ...serverWays()];
	return (
		<ul className="flex flex-col gap-2">
			{ways.map(({ way, icon: Icon, title, hint }) => (
				<li key={way}>
					<button
						type="button"
						onClick={() => onChoose(way)}
						className="flex w-full items-center gap-3 rounded-md border border-border bg-bg px-3 py-2.5 text-start transition-colors hover:bg-surface-2"
					>
						<Icon size={18} aria-hidden="true" className="shrink-0 text-accent" />
						<span className="min-w-0 flex-1">
							<span className="block font-medium">{title}</span>
							<span className="block text-sm text-muted">{hint}</span>
						</span>
						<ChevronRight size={16} aria-hidden="true" className="shrink-0 text-muted" />
					</button>
				</li>
			))}
		</ul>
	);
}
