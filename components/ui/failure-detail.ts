import { i18n } from '#i18n';
import type { FailureCode } from '../../utils/lockchat/failure.ts';

const errorReads = (detail: string) => i18n.t('failure.errorReads', { detail });

/** The introduction of a detail that is not the server's words; null where the advice already says it. */
const OWN_DETAILS: Partial<Record<FailureCode, ((detail: string) => string) | null>> = {
	'forbidden-origin': null,
	'no-models': null,
	'key-missing': (detail) => i18n.t('failure.headerName', { detail }),
	'header-invalid': (detail) => i18n.t('failure.headerName', { detail }),
	'wrong-protocol': (detail) => i18n.t('failure.rightAddress', { detail }),
	unreachable: errorReads,
	'browser-model-unavailable': errorReads,
	'browser-model-failed': errorReads,
	'language-unsupported': errorReads,
	'answer-filtered': errorReads,
	internal: errorReads,
};

/**
 * The detail of a failure with an introduction that says whose words it is; null where the advice already has it.
 *
 * @param detail as plain text
 */
export function describeDetail(code: FailureCode, detail: string): string | null {
	// The browser's own model tells only how much is needed, and how much there is.
	if (code === 'context-exceeded' && /^\d+ \/ \d+$/.test(detail)) return i18n.t('failure.tokens', { detail });
	const introduce = OWN_DETAILS[code];
	if (introduce === null) return null;
	return introduce ? introduce(detail) : i18n.t('failure.saidByServer', { detail });
}
