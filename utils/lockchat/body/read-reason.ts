/** Why an answer ended, by the protocol's names, as other servers and their gateways call it. The first match counts. */
const REASONS: readonly (readonly [string, RegExp])[] = [
	[
		'length',
		/^max[ _-]?(?:(?:output|completion|new)[ _-]?)?(?:tokens|length)$|^(?:(?:model|output|token)s?[ _-]?)?(?:length|limit)$|^length[ _-]limit$/i,
	],
	[
		'content_filter',
		/safety|recitation|prohibited|content[ _-]?filter|sensitive|guardrail|moderation|refus/i,
	],
	['stop', /^(?:stop(?:[ _-]?sequence)?|end[ _-]?turn)$/i],
];
/** What Alibaba's servers and others put on every chunk but the last. */
const NO_REASON = /^(?:null|none|undefined|\w*unspecified)?$/i;

/** The finish reason by the protocol's name, or as it is where it means none of those; null where there is none. */
export function readReason(reason: unknown): string | null {
	if (typeof reason !== 'string' || NO_REASON.test(reason)) return null;
	return REASONS.find(([, names]) => names.test(reason))?.[0] ?? reason;
}
