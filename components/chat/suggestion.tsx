import type { LucideIcon } from 'lucide-react';
import { useChatServices } from './chat-services.ts';

export interface SuggestionProps {
	icon: LucideIcon;
	title: string;
	/** How the question begins; the user goes on from there. */
	start: string;
}

export function Suggestion({ icon: Icon, title, start }: SuggestionProps) {
	const { composer } = useChatServices();
	return (
		<button
			type="button"
			className="flex w-full items-center gap-3 rounded-md border border-border px-3 py-2.5 text-left transition-colors hover:bg-surface"
			onClick={() => composer.suggest(start)}
		>
			<Icon size={17} strokeWidth={1.9} aria-hidden="true" className="shrink-0 text-accent" />
			<span className="min-w-0">{title}</span>
		</button>
	);
}
