import { useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { contextSize } from '../../../utils/chat/context-size.ts';
import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import {
	useAnnouncement,
	useChatServices,
	useChatState,
	useTarget,
	useTargets,
} from '../services/chat-services.ts';
import { useContextLimit } from '../services/context-limit.ts';

/** From this share of what the model reads at once on, the user is told. */
const NEAR = 0.7;

/** How near the chat has come to what its model reads at once, and the way out; nothing while it is far, or not known. */
export function ContextMeter() {
	const { session, composer } = useChatServices();
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);
	const limit = useContextLimit(endpoint, target?.model)?.tokens;
	const path = useChatState((state) => state.path);
	const messages = useChatState((state) => state.messages);
	const isRunning = useChatState((state) => state.runningAnswerId !== null);
	const typed = useTypedTokens();
	const systemPrompt = target?.systemPrompt;

	const size = useMemo(() => {
		if (limit === undefined || isRunning) return null;
		// Of a long chat only the end is there. It is enough where the server has counted the rest.
		const known = path.flatMap(({ id }) => messages.get(id) ?? []);
		const { tokens, isCounted } = contextSize(known, systemPrompt);
		return isCounted || known.length === path.length ? tokens : null;
	}, [limit, isRunning, path, messages, systemPrompt]);

	const used = size === null ? 0 : size + typed;
	// Numbers are written out only for who sees them: this is drawn again with an answer's first token.
	const text = limit === undefined || used < limit * NEAR ? null : tellSize(used, limit);
	useAnnouncement(text);
	if (text === null || limit === undefined || size === null) return null;
	return (
		<div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
			<meter
				aria-label={i18n.t('chat.context.title')}
				max={limit}
				high={limit * 0.9}
				value={Math.min(used, limit)}
				className="h-3 w-16 shrink-0"
			>
				{text}
			</meter>
			<span className={joinClasses('min-w-40 flex-1', used > limit ? 'text-danger' : 'text-muted')}>
				{text}
			</span>
			<Button
				size="sm"
				title={i18n.t('chat.context.summarizeHint')}
				onClick={() => {
					session.summarize(i18n.t('chat.context.question'));
					composer.focus();
				}}
			>
				{i18n.t('chat.context.summarize')}
			</Button>
		</div>
	);
}

function tellSize(used: number, limit: number): string {
	const values = { used: formatNumber(roundly(used)), limit: formatNumber(limit) };
	return used > limit ? i18n.t('chat.context.over', values) : i18n.t('chat.context.near', values);
}

/** Two digits: an estimate has no more. */
const roundly = (count: number): number => Number(count.toPrecision(2));

/** How long after the last key the text is looked at, in milliseconds. */
const PAUSE_MS = 400;

/** About how many tokens stand in the text box. */
function useTypedTokens(): number {
	const { composer } = useChatServices();
	const [tokens, setTokens] = useState(0);
	useEffect(() => {
		const box = composer.getElement();
		if (!(box instanceof HTMLTextAreaElement)) return;
		let timer: ReturnType<typeof setTimeout>;
		const look = () => setTokens(estimateTokens(box.value));
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(look, PAUSE_MS);
		};
		look();
		box.addEventListener('input', wait);
		return () => {
			clearTimeout(timer);
			box.removeEventListener('input', wait);
		};
	}, [composer]);
	return tokens;
}
