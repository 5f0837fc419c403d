import {
	Bug,
	FileText,
	Languages,
	Lightbulb,
	type LucideIcon,
	MessageCircleDashed,
	PenLine,
} from 'lucide-react';
import { lazy } from 'react';
import { i18n } from '#i18n';
import { Late } from '../../ui/late.tsx';
import { Mark } from '../../ui/mark.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices, useChatState, useTargets } from '../services/chat-services.ts';
import { targetOf } from '../services/targets.ts';

interface SuggestionProps {
	icon: LucideIcon;
	title: string;
	onChoose: () => void;
}

function Suggestion({ icon: Icon, title, onChoose }: SuggestionProps) {
	return (
		<li>
			<button
				type="button"
				className="flex w-full items-center gap-3 rounded-md border border-border px-3 py-2 text-start transition-colors hover:bg-surface"
				onClick={onChoose}
			>
				<Icon size={17} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-accent" />
				<span className="min-w-0">{title}</span>
			</button>
		</li>
	);
}

const ConnectCard = lazy(async () => ({
	default: (await import('../../settings/connect/connect-card.tsx')).ConnectCard,
}));

/** What can be asked without a page, and the beginning of each question, which the user completes. */
const SUGGESTIONS = [
	{ icon: Lightbulb, title: () => i18n.t('chat.tryExplain'), start: () => i18n.t('chat.tryExplainStart') },
	{ icon: PenLine, title: () => i18n.t('chat.tryWrite'), start: () => i18n.t('chat.tryWriteStart') },
	{
		icon: Languages,
		title: () => i18n.t('chat.tryTranslate'),
		start: () => i18n.t('chat.tryTranslateStart'),
	},
	{ icon: Bug, title: () => i18n.t('chat.tryCode'), start: () => i18n.t('chat.tryCodeStart') },
] as const;

/** What a chat shows before its first question: things to try; or, while there is no model to ask, the way to one. */
export function EmptyState() {
	const { client, composer, session, surface } = useChatServices();
	const isTemporary = useChatState((state) => state.isTemporary);
	const targets = useTargets();
	if (!targets) return <div className="flex-1" />;
	return (
		<div className="flex min-h-0 flex-1 flex-col overflow-y-auto px-4 py-4">
			<div className="m-auto flex w-full max-w-96 flex-col gap-4">
				{targetOf(null, targets) === null ? (
					<Late otherwise={<ReloadNotice />}>
						<ConnectCard
							client={client}
							isWelcome={surface === 'welcome'}
							isPopup={surface === 'popup'}
							onConnected={() => composer.focus()}
						/>
					</Late>
				) : (
					<>
						<div className="flex flex-col items-center gap-2">
							<Mark />
							<h1 className="text-lg font-semibold">
								{i18n.t(isTemporary ? 'chat.temporary.title' : 'chat.emptyTitle')}
							</h1>
						</div>
						<ul className="flex flex-col gap-1.5">
							{surface !== 'welcome' && (
								<Suggestion
									icon={FileText}
									title={i18n.t('chat.tryPage')}
									onChoose={() => composer.want({ type: 'page' })}
								/>
							)}
							{SUGGESTIONS.map(({ icon, title, start }) => (
								<Suggestion
									key={title()}
									icon={icon}
									title={title()}
									onChoose={() => composer.suggest(start())}
								/>
							))}
						</ul>
						<p className="text-center text-sm text-muted">
							{i18n.t(isTemporary ? 'chat.temporary.hint' : 'chat.emptyHint')}
						</p>
						<button
							type="button"
							aria-pressed={isTemporary}
							className="mx-auto flex items-center gap-2 rounded-md border border-transparent px-3 py-1.5 text-sm text-muted hover:bg-surface-2 hover:text-text aria-pressed:border-accent aria-pressed:text-accent"
							onClick={() => {
								session.startNew(!isTemporary);
								composer.focus();
							}}
						>
							<MessageCircleDashed size={15} aria-hidden="true" />
							{i18n.t('chat.temporary.title')}
						</button>
					</>
				)}
			</div>
		</div>
	);
}
