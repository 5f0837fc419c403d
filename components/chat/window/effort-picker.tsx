import { Lightbulb, Lock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { EFFORTS, type Effort } from '../../../utils/lockchat/types.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { useChatServices, useChatState, useTarget, useTargets } from '../services/chat-services.ts';
import { EFFORT_NAMES } from './effort-names.ts';
import { useLocked } from './use-model-choice.ts';

/** Models that reason, by the names that their makers give them. */
const REASONS =
	/\bo[1-9]\b|gpt-5|gpt-oss|[-_:/]?r1\b|reason|think|qwq|qwen-?3|qwen\d?-(?:plus|max|turbo)|deepseek-(?:v[3-9]|chat)|magistral|claude-(?:3-7|opus|sonnet|haiku)|gemini-(?:2\.5|3)|grok-(?:3-mini|4)|glm-(?:4\.[5-9]|5)|kimi-k2|minimax-m|ernie-x|nemotron|phi-4-r|exaone-deep|hunyuan-[at]|seed-(?:oss|1\.6)|doubao-(?:1\.[5-9]|seed)/i;

/** Whether the latest answer was reasoned about, whatever its model is called. */
function hasReasoned({ path, messages, runs }: ChatState): boolean {
	const id = path.at(-1)?.id ?? '';
	const parts = runs.get(id)?.parts ?? messages.get(id)?.parts ?? [];
	return parts.some(({ type }) => type === 'reasoning');
}

/**
 * Whether the endpoint's server has told that the model reasons. The lists may be long, so they are loaded only for a
 * model whose name does not tell it.
 */
function useListedReasoning(endpoint: Endpoint | undefined, model: string): boolean {
	const [isTold, setIsTold] = useState(false);
	useEffect(() => {
		if (!endpoint || REASONS.test(model)) return;
		const ending = new AbortController();
		void import('../../../utils/settings/known-models.ts').then(({ watchReasoning }) =>
			watchReasoning(endpoint, model, { onChange: setIsTold, signal: ending.signal }),
		);
		return () => ending.abort();
	}, [endpoint, model]);
	return isTold;
}

/**
 * Chooses how much the model reasons, if it does. In a chat the choice is for this chat, in an empty one for all chats
 * that begin after it.
 */
export function EffortPicker() {
	const { session } = useChatServices();
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);
	const isNew = useChatState((state) => state.chat === null);
	const isReasoning = useChatState(hasReasoned);
	const isListed = useListedReasoning(endpoint, target?.model ?? '');
	const isLocked = useLocked().effort && isNew;
	if (!target) return null;
	const { effort, ...rest } = target;
	const isRefused = endpoint?.quirks?.[target.model]?.dialect === 'none';
	const isOffered = isReasoning || isListed || effort !== undefined || REASONS.test(target.model);
	if (isRefused || !isOffered) return null;

	function choose(value: string): void {
		const next = EFFORTS.find((candidate) => candidate === value);
		if (isNew) void savePreferences({ effort: next ?? null });
		else session.setTarget({ ...rest, ...(next !== undefined && { effort: next }) });
	}

	const name = effort === undefined ? i18n.t('chat.effort.own') : EFFORT_NAMES[effort]();
	const title = isLocked ? `${name} – ${i18n.t('chat.effort.locked')}` : name;
	const isChoice = (value: Effort | undefined) => !isLocked || value === effort;
	return (
		// The browser's own list behind an icon: the header has no room for more words.
		<div className="relative size-8 shrink-0 rounded-md hover:bg-surface-2 has-focus-visible:outline-2 has-focus-visible:outline-accent">
			<Lightbulb
				size={18}
				aria-hidden="true"
				className={joinClasses(
					'absolute start-1.75 top-1.75',
					effort === undefined ? 'text-muted' : 'text-accent',
				)}
			/>
			<select
				aria-label={i18n.t('chat.effort.title')}
				title={title}
				value={effort ?? ''}
				onChange={(event) => choose(event.target.value)}
				className="absolute inset-0 size-full appearance-none opacity-0 forced-colors:border"
			>
				{isChoice(undefined) && <option value="">{i18n.t('chat.effort.own')}</option>}
				{EFFORTS.filter(isChoice).map((one) => (
					<option key={one} value={one}>
						{EFFORT_NAMES[one]()}
					</option>
				))}
			</select>
			{isLocked && (
				<Lock
					size={11}
					strokeWidth={3}
					aria-hidden="true"
					className="pointer-events-none absolute end-0.5 bottom-0.5 text-muted"
				/>
			)}
		</div>
	);
}
