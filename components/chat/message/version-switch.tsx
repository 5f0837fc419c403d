import { ChevronLeft, ChevronRight } from 'lucide-react';
import { use, useLayoutEffect, useRef } from 'react';
import { i18n } from '#i18n';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { type Direction, VersionStepsContext } from '../services/version-step.ts';

/** Steps through the versions of a question or an answer, in one place on the screen; nothing while there is only one. */
export function VersionSwitch({ entry: { id, versions } }: { entry: PathEntry }) {
	const { session } = useChatServices();
	const steps = use(VersionStepsContext);
	const box = useRef<HTMLDivElement>(null);
	const isSwitch = versions.length > 1;

	useLayoutEffect(() => {
		if (!isSwitch || !box.current) return;
		const direction = steps?.arrive(id, box.current);
		if (!direction) return;
		const [previousButton, nextButton] = box.current.querySelectorAll('button');
		const pressed = direction === 'previous' ? previousButton : nextButton;
		const other = direction === 'previous' ? nextButton : previousButton;
		(pressed?.disabled ? other : pressed)?.focus({ preventScroll: true });
	}, [steps, id, isSwitch]);

	if (!isSwitch) return null;
	const index = versions.indexOf(id);
	const previous = versions[index - 1];
	const next = versions[index + 1];

	function step(to: string | undefined, direction: Direction): void {
		if (to === undefined) return;
		if (box.current) steps?.begin(to, direction, box.current);
		session.showVersion(to);
	}

	return (
		<div ref={box} className="flex items-center text-xs text-muted tabular-nums">
			<IconButton
				size="sm"
				icon={ChevronLeft}
				label={i18n.t('chat.previousVersion')}
				disabled={previous === undefined}
				onClick={() => step(previous, 'previous')}
			/>
			{i18n.t('chat.versionOf', { index: index + 1, count: versions.length })}
			<IconButton
				size="sm"
				icon={ChevronRight}
				label={i18n.t('chat.nextVersion')}
				disabled={next === undefined}
				onClick={() => step(next, 'next')}
			/>
		</div>
	);
}
