import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { timeAgo } from '../../utils/platform/time-ago.ts';
import type { Found } from '../../utils/search/protocol.ts';
import { drawEach } from '../ui/draw-each.ts';

export interface MessageHitsProps {
	found: readonly Found[];
	hasMore: boolean;
	/** Called when the end of the list comes near what is seen, and there is more. */
	onNearEnd: () => void;
	onOpen: (found: Found) => void;
}

/** The messages that were found, each as the sentence that has the words. */
export function MessageHits({ found, hasMore, onNearEnd, onOpen }: MessageHitsProps) {
	return (
		<>
			<h3 className="px-2 pt-3 pb-1 text-xs font-semibold text-muted">{i18n.t('history.messages')}</h3>
			<ul aria-label={i18n.t('history.messages')} className="flex flex-col">
				{found.map((hit) => (
					<MessageHit key={hit.messageId} hit={hit} onOpen={onOpen} />
				))}
				{hasMore && <ListEnd key={found.length} onNear={onNearEnd} />}
			</ul>
		</>
	);
}

function MessageHit({ hit, onOpen }: { hit: Found; onOpen: (found: Found) => void }) {
	const { title, role, createdAt, snippet } = hit;
	return (
		// What is not in sight is not laid out: all hits change with every letter.
		<li className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
			<button
				type="button"
				data-result
				className="flex w-full min-w-0 flex-col gap-0.5 rounded-md px-2 py-1.5 text-start -outline-offset-2 hover:bg-surface"
				onClick={() => onOpen(hit)}
			>
				<span dir="auto" className="line-clamp-3 w-full wrap-anywhere">
					{drawEach(snippet, ({ text, isHit }, place) =>
						isHit ? (
							<mark key={place} className="rounded-sm bg-accent-soft font-semibold text-text">
								{text}
							</mark>
						) : (
							<span key={place}>{text}</span>
						),
					)}
				</span>
				<span className="flex w-full min-w-0 gap-1 text-xs text-muted">
					<span className="shrink-0">{i18n.t(role === 'user' ? 'chat.you' : 'chat.lockchat')} ·</span>
					<span dir="auto" className="min-w-0 truncate">
						{title || i18n.t('history.untitled')}
					</span>
					<span className="shrink-0">· {timeAgo(createdAt)}</span>
				</span>
			</button>
		</li>
	);
}

function ListEnd({ onNear }: { onNear: () => void }) {
	const end = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (!end.current) return;
		const observer = new IntersectionObserver(([sight]) => sight?.isIntersecting && onNear(), {
			rootMargin: '400px',
		});
		observer.observe(end.current);
		return () => observer.disconnect();
	});
	return <li ref={end} aria-hidden="true" className="h-px" />;
}
