import { i18n } from '#i18n';
import type { Failure, FailureCode } from '../../utils/lockchat/failure.ts';
import { describeDetail } from './failure-detail.ts';

/** What the sentences name: the server, as the user knows it (`127.0.0.1:8976`), and the model that was asked. */
export interface FailurePlace {
	host: string;
	model: string;
	/** What stands beside the text, which advises accordingly; anywhere when left out. */
	where?: 'card' | 'chat' | 'settings';
}

export interface FailureText {
	/** What is wrong, in a few words without a full stop. */
	title: string;
	/** What to do about it: a sentence or two. */
	advice: string;
	/** The server's own words, or what is known beyond the advice, with an introduction that says which; null if there is neither. */
	detail: string | null;
}

type Sentences = Omit<FailureText, 'detail'>;

const TEXTS: Record<FailureCode, (place: FailurePlace) => Sentences> = {
	'invalid-url': () => ({
		title: i18n.t('failure.invalid_url.title'),
		advice: i18n.t('failure.invalid_url.advice'),
	}),
	'endpoint-missing': () => ({
		title: i18n.t('failure.endpoint_missing.title'),
		advice: i18n.t('failure.endpoint_missing.advice'),
	}),
	unreachable: ({ host }) => ({
		title: i18n.t('failure.unreachable.title', { host }),
		advice: i18n.t('failure.unreachable.advice'),
	}),
	'permission-needed': ({ host }) => ({
		title: i18n.t('failure.permission_needed.title', { host }),
		advice: i18n.t('failure.permission_needed.advice'),
	}),
	'local-network-denied': ({ host }) => ({
		title: i18n.t('failure.local_network_denied.title', { host }),
		advice: import.meta.env.FIREFOX
			? i18n.t('failure.local_network_denied.adviceFirefox')
			: i18n.t('failure.local_network_denied.advice'),
	}),
	'key-missing': ({ host }) => ({
		title: i18n.t('failure.key_missing.title', { host }),
		advice: i18n.t('failure.key_missing.advice'),
	}),
	unauthorized: ({ host }) => ({
		title: i18n.t('failure.unauthorized.title', { host }),
		advice: i18n.t('failure.unauthorized.advice'),
	}),
	forbidden: ({ host, model }) => ({
		title: i18n.t('failure.forbidden.title', { host }),
		advice: i18n.t('failure.forbidden.advice', { model }),
	}),
	'forbidden-origin': ({ host }) => ({
		title: i18n.t('failure.forbidden_origin.title', { host }),
		advice: i18n.t('failure.forbidden_origin.advice'),
	}),
	'model-not-found': ({ host, model }) => ({
		title: i18n.t('failure.model_not_found.title', { host, model }),
		advice: i18n.t('failure.model_not_found.advice'),
	}),
	'no-models': ({ host }) => ({
		title: i18n.t('failure.no_models.title', { host }),
		advice: i18n.t('failure.no_models.advice'),
	}),
	'not-found': ({ host }) => ({
		title: i18n.t('failure.not_found.title', { host }),
		advice: i18n.t('failure.not_found.advice'),
	}),
	'rate-limited': ({ host }) => ({
		title: i18n.t('failure.rate_limited.title', { host }),
		advice: i18n.t('failure.rate_limited.advice'),
	}),
	'payment-needed': ({ host }) => ({
		title: i18n.t('failure.payment_needed.title', { host }),
		advice: i18n.t('failure.payment_needed.advice'),
	}),
	overloaded: ({ host }) => ({
		title: i18n.t('failure.overloaded.title', { host }),
		advice: i18n.t('failure.overloaded.advice'),
	}),
	'bad-request': ({ host, model }) => ({
		title: i18n.t('failure.bad_request.title', { host }),
		advice: i18n.t('failure.bad_request.advice', { model }),
	}),
	'region-refused': ({ host }) => ({
		title: i18n.t('failure.region_refused.title', { host }),
		advice: i18n.t('failure.region_refused.advice'),
	}),
	'parameters-invalid': ({ host }) => ({
		title: i18n.t('failure.parameters_invalid.title', { host }),
		advice: i18n.t('failure.parameters_invalid.advice'),
	}),
	'header-invalid': ({ host }) => ({
		title: i18n.t('failure.header_invalid.title', { host }),
		advice: i18n.t('failure.header_invalid.advice'),
	}),
	'server-error': ({ host }) => ({
		title: i18n.t('failure.server_error.title', { host }),
		advice: i18n.t('failure.server_error.advice'),
	}),
	'gateway-timeout': ({ host }) => ({
		title: i18n.t('failure.gateway_timeout.title', { host }),
		advice: i18n.t('failure.gateway_timeout.advice'),
	}),
	'not-an-api': ({ host }) => ({
		title: i18n.t('failure.not_an_api.title', { host }),
		advice: i18n.t('failure.not_an_api.advice'),
	}),
	'wrong-protocol': ({ host }) => ({
		title: i18n.t('failure.wrong_protocol.title', { host }),
		advice: i18n.t('failure.wrong_protocol.advice'),
	}),
	'model-loading': ({ host, model }) => ({
		title: i18n.t('failure.model_loading.title', { host, model }),
		advice: i18n.t('failure.model_loading.advice'),
	}),
	stalled: ({ host }) => ({
		title: i18n.t('failure.stalled.title', { host }),
		advice: i18n.t('failure.stalled.advice'),
	}),
	interrupted: () => ({
		title: i18n.t('failure.interrupted.title'),
		advice: i18n.t('failure.interrupted.advice'),
	}),
	malformed: ({ host }) => ({
		title: i18n.t('failure.malformed.title', { host }),
		advice: i18n.t('failure.malformed.advice'),
	}),
	'too-long': ({ host }) => ({
		title: i18n.t('failure.too_long.title', { host }),
		advice: i18n.t('failure.too_long.advice'),
	}),
	'question-too-long': () => ({
		title: i18n.t('failure.question_too_long.title'),
		advice: i18n.t('failure.question_too_long.advice'),
	}),
	'context-exceeded': ({ model }) => ({
		title: i18n.t('failure.context_exceeded.title', { model }),
		advice: i18n.t('failure.context_exceeded.advice'),
	}),
	'request-too-large': ({ host }) => ({
		title: i18n.t('failure.request_too_large.title', { host }),
		advice: i18n.t('failure.request_too_large.advice'),
	}),
	'empty-answer': ({ model }) => ({
		title: i18n.t('failure.empty_answer.title', { model }),
		advice: i18n.t('failure.empty_answer.advice'),
	}),
	'reasoning-only': ({ model }) => ({
		title: i18n.t('failure.reasoning_only.title', { model }),
		advice: i18n.t('failure.reasoning_only.advice'),
	}),
	'limit-reached': ({ model }) => ({
		title: i18n.t('failure.limit_reached.title', { model }),
		advice: i18n.t('failure.limit_reached.advice'),
	}),
	'images-refused': ({ model }) => ({
		title: i18n.t('failure.images_refused.title', { model }),
		advice: i18n.t('failure.images_refused.advice'),
	}),
	'tools-unsupported': ({ model }) => ({
		title: i18n.t('failure.tools_unsupported.title', { model }),
		advice: i18n.t('failure.tools_unsupported.advice'),
	}),
	'browser-model-unavailable': () => ({
		title: i18n.t('failure.browser_model_unavailable.title'),
		advice: i18n.t('failure.browser_model_unavailable.advice'),
	}),
	'browser-model-download': () => ({
		title: i18n.t('failure.browser_model_download.title'),
		advice: i18n.t('failure.browser_model_download.advice'),
	}),
	'browser-model-failed': () => ({
		title: i18n.t('failure.browser_model_failed.title'),
		advice: i18n.t('failure.browser_model_failed.advice'),
	}),
	'language-unsupported': () => ({
		title: i18n.t('failure.language_unsupported.title'),
		advice: i18n.t('failure.language_unsupported.advice'),
	}),
	'answer-filtered': ({ model }) => ({
		title: i18n.t('failure.answer_filtered.title', { model }),
		advice: i18n.t('failure.answer_filtered.advice'),
	}),
	internal: () => ({ title: i18n.t('failure.internal.title'), advice: i18n.t('failure.internal.advice') }),
};

/** Advice that fits its place: what to do there, with the field or the button that stands beside it. */
const ADVICE: Partial<
	Record<FailureCode, Partial<Record<NonNullable<FailurePlace['where']>, () => string>>>
> = {
	unauthorized: {
		card: () => i18n.t('failure.unauthorized.adviceHere'),
		chat: () => i18n.t('failure.unauthorized.adviceHere'),
		settings: () => i18n.t('failure.unauthorized.adviceSettings'),
	},
	'key-missing': {
		chat: () => i18n.t('failure.key_missing.adviceHere'),
		settings: () => i18n.t('failure.key_missing.adviceSettings'),
	},
	'forbidden-origin': {
		card: () => i18n.t('failure.forbidden_origin.adviceHere'),
		chat: () => i18n.t('failure.forbidden_origin.adviceHere'),
		settings: () => i18n.t('failure.forbidden_origin.adviceHere'),
	},
	'model-not-found': {
		card: () => i18n.t('failure.model_not_found.adviceCard'),
		chat: () => i18n.t('failure.model_not_found.adviceHere'),
	},
	'no-models': { card: () => i18n.t('failure.no_models.adviceHere') },
};

/** Describes a failure in words. All of it is plain text, also what the server said. */
export function describeFailure(failure: Failure, place: FailurePlace): FailureText {
	const { title, advice: general } = TEXTS[failure.code](place);
	const advice = (place.where && ADVICE[failure.code]?.[place.where]?.()) ?? general;
	const { retryAfterMs, status, detail } = failure;
	const seconds = retryAfterMs === undefined ? 0 : Math.ceil(retryAfterMs / 1000);
	return {
		title: status === undefined ? title : `${title} (${status})`,
		advice: seconds > 0 ? `${advice} ${i18n.t('failure.waitSeconds', { seconds })}` : advice,
		detail: detail ? describeDetail(failure.code, detail) : null,
	};
}
