import { isRecord } from '../errors/json.ts';

/** Why an answer ended, by the protocol's names, as other servers and their gateways call it. The first match counts. */
const REASONS: readonly (readonly [string, RegExp])[] = [
	[
		'length',
		/length|^limit$|truncated|^incomplete$|max[\w -]*(?:token|output)|(?:token|output|context)[\w -]*(?:limit|exceeded|reached)/i,
	],
	[
		'content_filter',
		/safety|recitation|prohibited|content[ _-]?filter|sensitive|guardrail|moderation|refus|bl[ao]ck|spii|policy/i,
	],
	['stop', /^(?:stop(?:[ _-]?sequence)?|end[ _-]?turn)$/i],
];
/** What Alibaba's servers and others put on every chunk but the last. */
const NO_REASON = /^(?:null|none|undefined|\w*unspecified)?$/i;

/** The finish reason by the protocol's name, or as it is where it means none of those; null where there is none. */
export function readReason(reason: unknown): string | null {
	// OpenAI's first models that see pictures told it as an object.
	const name = isRecord(reason) ? reason.type : reason;
	if (typeof name !== 'string' || NO_REASON.test(name)) return null;
	return REASONS.find(([, names]) => names.test(name))?.[0] ?? name;
}
