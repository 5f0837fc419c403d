import { i18n } from '#i18n';
import { fold } from '../../utils/chat/tags.ts';
import { Button } from '../ui/button.tsx';

const MAX_SHOWN = 12;

export interface TagFilterProps {
	tags: readonly string[];
	query: string;
	onSearch: (query: string) => void;
}

/** The tags that chats have. A pressed one stands as `#tag` among the words that are searched for. */
export function TagFilter({ tags, query, onSearch }: TagFilterProps) {
	if (tags.length === 0) return null;
	const words = query.split(/\s+/).filter(Boolean);
	return (
		<ul
			aria-label={i18n.t('history.tags.filter')}
			className="flex max-h-16 shrink-0 flex-wrap gap-1.5 overflow-y-auto py-0.5"
		>
			{tags.slice(0, MAX_SHOWN).map((tag) => {
				const isPressed = words.some((word) => fold(word) === fold(`#${tag}`));
				const rest = words.filter((word) => fold(word) !== fold(`#${tag}`));
				return (
					<li key={tag} className="max-w-full">
						<Button
							size="sm"
							aria-pressed={isPressed}
							className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent"
							onClick={() => onSearch((isPressed ? rest : [...words, `#${tag}`]).join(' '))}
						>
							<bdi className="truncate">#{tag}</bdi>
						</Button>
					</li>
				);
			})}
		</ul>
	);
}
