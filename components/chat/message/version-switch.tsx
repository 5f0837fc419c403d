import { ChevronLeft, ChevronRight } from 'lucide-react';
import { i18n } from '#i18n';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';

/** Steps through the versions of a question or an answer; nothing while there is only one. */
export function VersionSwitch({ entry: { id, versions } }: { entry: PathEntry }) {
	const { session } = useChatServices();
	if (versions.length < 2) return null;
	const index = versions.indexOf(id);
	const previous = versions[index - 1];
	const next = versions[index + 1];
	return (
		<div className="flex items-center text-xs text-muted tabular-nums">
			<IconButton
				size="sm"
				icon={ChevronLeft}
				label={i18n.t('chat.previousVersion')}
				disabled={previous === undefined}
				onClick={() => previous !== undefined && session.showVersion(previous)}
			/>
			{i18n.t('chat.versionOf', { index: index + 1, count: versions.length })}
			<IconButton
				size="sm"
				icon={ChevronRight}
				label={i18n.t('chat.nextVersion')}
				disabled={next === undefined}
				onClick={() => next !== undefined && session.showVersion(next)}
			/>
		</div>
	);
}
