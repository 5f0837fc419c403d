import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/schema.ts';
import { formatNumber, locale } from '../../../utils/platform/texts.ts';
import { drawEach } from '../../ui/draw-each.ts';
import { useModelDetails } from '../services/model-details.ts';
import { costOf, dollarText } from './answer-cost.ts';
import { endText } from './end-text.ts';
import { roundSpeed, spanOf, speedOf, wholeMs } from './foot-text.ts';
import { useAnswerEndpoint } from './use-answer.ts';

const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

function tokensOut({ usage }: Message): string | null {
	if (!usage) return null;
	const count = formatNumber(usage.completionTokens);
	if (!usage.reasoningTokens) return count;
	return i18n.t('chat.foot.withReasoning', { count, reasoning: formatNumber(usage.reasoningTokens) });
}

function costText(cost: ReturnType<typeof costOf>): string | null {
	if (!cost) return null;
	const text = dollarText(cost.dollars);
	return cost.isCounted ? text : i18n.t('chat.foot.byList', { cost: text });
}

/** All that is known of how an answer came. */
export function AnswerDetails({ message }: { message: Message }) {
	const endpoint = useAnswerEndpoint(message);
	const details = useModelDetails(endpoint, message.model);
	const { timing, usage, createdAt } = message;
	const speed = speedOf(message);
	const rows: [name: string, value: string | null | undefined][] = [
		[i18n.t('chat.model'), message.model],
		[i18n.t('chat.foot.server'), endpoint?.name],
		[i18n.t('chat.foot.end'), endText(message)],
		[i18n.t('chat.foot.asked'), moments.format(createdAt)],
		[i18n.t('chat.foot.time'), timing && spanOf(wholeMs(timing))],
		[
			i18n.t('chat.foot.first'),
			timing?.firstMs === undefined || timing.earlierMs !== undefined ? null : spanOf(timing.firstMs),
		],
		[i18n.t('chat.foot.in'), usage && formatNumber(usage.promptTokens)],
		[i18n.t('chat.foot.out'), tokensOut(message)],
		[
			i18n.t('chat.foot.speed'),
			speed === null ? null : i18n.t('chat.foot.perSecond', { speed: roundSpeed(speed) }),
		],
		[i18n.t('chat.foot.cost'), costText(costOf(message, details))],
	];
	const isPart = usage !== undefined && timing?.earlierMs !== undefined;
	return (
		<div className="pointer-events-auto mb-2 rounded-md border border-border bg-surface px-3 py-2">
			<dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5">
				{drawEach(
					rows.filter(([, value]) => value),
					([name, value], place) => (
						<div key={place} className="col-span-2 grid grid-cols-subgrid">
							<dt>{name}</dt>
							<dd dir="auto" className="min-w-0 text-start text-text tabular-nums [overflow-wrap:anywhere]">
								{value}
							</dd>
						</div>
					),
				)}
			</dl>
			{isPart && <p className="mt-1">{i18n.t('chat.foot.lastPart')}</p>}
		</div>
	);
}
