import { ArrowDown } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';
import { VersionStepsContext } from '../services/version-step.ts';
import { MessageList } from './message-list.tsx';
import { createStickToBottom, type StickToBottom } from './stick-to-bottom.ts';
import { createVersionSteps } from './version-steps.ts';

/** The conversation of one chat. Its end is followed for as long as the reader is there. */
export function Transcript() {
	const scroller = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	const stick = useRef<StickToBottom>(null);
	const [isEndInSight, setIsEndInSight] = useState(true);
	const steps = useMemo(() => createVersionSteps(() => stick.current), []);
	const runningAnswerId = useChatState((state) => state.runningAnswerId);
	const { session } = useChatServices();
	const sought = useChatState((state) => state.sought);

	useEffect(() => {
		if (!scroller.current || !content.current) return;
		const sticking = createStickToBottom(scroller.current, content.current, setIsEndInSight);
		stick.current = sticking;
		return () => {
			steps.dispose();
			sticking.dispose();
		};
	}, [steps]);

	// A question that has just been asked stands at the end, so the transcript goes there from wherever the reader was.
	useEffect(() => {
		if (runningAnswerId !== null) stick.current?.jump();
	}, [runningAnswerId]);

	useEffect(() => {
		if (!sought) return;
		const leaving = new AbortController();
		void import('./go-to-hit.ts').then(({ goToHit }) => {
			if (!scroller.current || !stick.current || leaving.signal.aborted) return;
			goToHit({ session, sought, scroller: scroller.current, stick: stick.current, signal: leaving.signal });
		});
		return () => leaving.abort();
	}, [session, sought]);

	return (
		<div className="relative min-h-0 flex-1">
			<div
				ref={scroller}
				role="log"
				aria-label={i18n.t('chat.conversation')}
				aria-live="off"
				className="h-full overflow-y-auto overscroll-contain bg-bg -outline-offset-2 [scrollbar-gutter:stable] [scrollbar-width:thin]"
			>
				<div ref={content} className="mx-auto flex max-w-180 flex-col gap-2 px-4 pt-4 pb-6">
					<VersionStepsContext value={steps}>
						<MessageList scroller={scroller} />
					</VersionStepsContext>
				</div>
			</div>
			{!isEndInSight && (
				<IconButton
					icon={ArrowDown}
					label={i18n.t('chat.jumpToLatest')}
					className="absolute bottom-3 left-1/2 -translate-x-1/2 border border-border bg-bg shadow-raised"
					onClick={() => stick.current?.jump()}
				/>
			)}
		</div>
	);
}
