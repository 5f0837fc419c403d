import { i18n } from '#i18n';
import type { EndpointProblem } from '../../../utils/settings/input/endpoint-input.ts';
import type { PreferencesProblem } from '../../../utils/settings/input/preferences-input.ts';

const TEXTS: Record<EndpointProblem | PreferencesProblem, () => string> = {
	'url-missing': () => i18n.t('settings.problem.url_missing'),
	'url-invalid': () => i18n.t('settings.problem.url_invalid'),
	'url-scheme': () => i18n.t('settings.problem.url_scheme'),
	'url-credentials': () => i18n.t('settings.problem.url_credentials'),
	'url-blank': () => i18n.t('settings.problem.url_blank'),
	'key-characters': () => i18n.t('settings.problem.key_characters'),
	'key-extra': () => i18n.t('settings.problem.key_extra'),
	'key-foreign': () => i18n.t('settings.problem.key_foreign'),
	'key-masked': () => i18n.t('settings.problem.key_masked'),
	'models-none': () => i18n.t('settings.problem.models_none'),
	'parameter-range': () => i18n.t('settings.problem.parameter_range'),
	'parameter-whole': () => i18n.t('settings.problem.parameter_whole'),
	'stop-many': () => i18n.t('settings.problem.stop_many'),
	'extra-json': () => i18n.t('settings.problem.extra_json'),
	'extra-object': () => i18n.t('settings.problem.extra_object'),
	'extra-own': () => i18n.t('settings.problem.extra_own'),
	'extra-deep': () => i18n.t('settings.problem.extra_deep'),
	'header-name': () => i18n.t('settings.problem.header_name'),
	'header-forbidden': () => i18n.t('settings.problem.header_forbidden'),
	'header-twice': () => i18n.t('settings.problem.header_twice'),
	'header-value': () => i18n.t('settings.problem.header_value'),
	'header-empty': () => i18n.t('settings.problem.header_empty'),
	'temperature-range': () => i18n.t('settings.problem.temperature_range'),
	'stall-range': () => i18n.t('settings.problem.stall_range'),
};

/** The sentence beside a field that is wrong; undefined if the field is right. */
export function problemText(problem: EndpointProblem | PreferencesProblem | undefined): string | undefined {
	return problem && TEXTS[problem]();
}
