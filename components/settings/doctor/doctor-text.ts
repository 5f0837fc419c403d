/** The words of the connection doctor, made from the codes of a diagnosis. */
import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { describeFailure, type FailurePlace, type FailureText } from '../../ui/failure-text.ts';
import { problemText } from '../fields/problem-text.ts';
import { isFailure, type SkipReason, type Step, type StepId, type StepProblem } from './diagnosis.ts';

export function stepName(id: StepId): string {
	return i18n.t(`settings.doctor.step.${id}`);
}

const REASONS: Record<SkipReason, () => string> = {
	earlier: () => i18n.t('settings.doctor.skipped.earlier'),
	blamed: () => i18n.t('settings.doctor.skipped.blamed'),
	untold: () => i18n.t('settings.doctor.skipped.untold'),
	unlisted: () => i18n.t('settings.doctor.skipped.unlisted'),
	'no-key': () => i18n.t('settings.doctor.skipped.noKey'),
	unencrypted: () => i18n.t('settings.doctor.skipped.unencrypted'),
	public: () => i18n.t('settings.doctor.skipped.public'),
	// Chromium's background does not share in what a user allows in a tab; Firefox's does.
	certificate: () =>
		import.meta.env.FIREFOX
			? i18n.t('settings.doctor.skipped.certificate')
			: `${i18n.t('settings.doctor.skipped.certificate')} ${i18n.t('settings.doctor.skipped.certificateTrust')}`,
	unstreamed: () => i18n.t('settings.doctor.skipped.unstreamed'),
};

/** The state of a step in a few words. */
export function stepWords(step: Step): string {
	switch (step.state) {
		case 'skipped':
			return REASONS[step.reason]();
		case 'ok':
			return i18n.t(`settings.doctor.${step.note ?? 'ok'}`);
		default:
			return i18n.t(`settings.doctor.${step.state}`);
	}
}

/** A step as a screen reader says it. */
export function sayStep(step: Step): string {
	const time =
		step.ms === undefined ? '' : `, ${i18n.t('settings.doctor.ms', { ms: formatNumber(step.ms) })}`;
	return `${stepName(step.id)}: ${stepWords(step)}${time}`;
}

/** What a failed step has found, and what to do about it, in words. */
export function problemWords(problem: StepProblem, place: FailurePlace): FailureText {
	if (isFailure(problem)) return describeFailure(problem, { ...place, where: 'settings' });
	const { host } = place;
	switch (problem.code) {
		case 'field':
			return { title: problemText(problem.problem) ?? '', advice: '', detail: null };
		case 'speaks-https':
			return {
				title: i18n.t('settings.doctor.speaksHttps', { host }),
				advice: i18n.t('settings.doctor.speaksHttpsAdvice'),
				detail: null,
			};
		case 'speaks-http':
			return {
				title: i18n.t('settings.doctor.speaksHttp', { host }),
				advice: i18n.t('settings.doctor.speaksHttpAdvice'),
				detail: null,
			};
		case 'not-streamed':
			return {
				title: i18n.t('settings.doctor.notStreamed', { host }),
				advice: i18n.t('settings.doctor.notStreamedAdvice'),
				detail: null,
			};
	}
}
