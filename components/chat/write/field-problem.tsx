import { i18n } from '#i18n';
import type { PageFailure } from '../../../utils/page/read-page.ts';
import type { FieldLook, Written } from '../../../utils/page/write-field.ts';
import { requestPages } from '../../../utils/platform/permissions.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { PageField } from './use-page-field.ts';

interface FieldProblemProps {
	field: PageField;
	/** What came of the last attempt to write; null before the first. */
	outcome: Written | null;
	/** Looks for the field that has the focus now. */
	onFind: () => void;
}

const failureText = (code: PageFailure, host: string | undefined): string => {
	switch (code) {
		case 'denied':
			return host === undefined ? i18n.t('write.deniedUnknown') : i18n.t('write.denied', { host });
		case 'closed':
			return i18n.t('attach.closed');
		case 'late':
			return i18n.t('attach.late');
		default:
			return i18n.t('write.gone');
	}
};

function lookText({ isPart, isChanged, canReplace }: FieldLook, outcome: Written | null): string | null {
	if (outcome === 'unlike') return i18n.t('write.unlike');
	if (!canReplace) return isPart ? i18n.t('write.moved') : i18n.t('write.unseen');
	return isChanged || outcome === 'changed' ? i18n.t('write.changed') : null;
}

/** Says what keeps an answer from being written, or what to look at before; and offers what helps. */
export function FieldProblem({ field, outcome, onFind }: FieldProblemProps) {
	const find = (
		<Button size="sm" onClick={onFind}>
			{i18n.t('write.find')}
		</Button>
	);
	switch (field.status) {
		case 'looking':
			return (
				<p role="status" className="text-sm text-muted">
					{i18n.t('write.looking')}
				</p>
			);
		case 'none':
			return (
				<Notice role="alert" actions={find}>
					{i18n.t('write.none')}
				</Notice>
			);
		case 'failed': {
			const { code, tab } = field;
			const url = tab?.url;
			const host = url === undefined ? undefined : new URL(url).host;
			// Asked for before anything else: see `requestPages`.
			const allow = () => void requestPages(url).then((isGiven) => isGiven && onFind());
			return (
				<Notice
					role="alert"
					look="warning"
					actions={
						code === 'denied' ? (
							<Button size="sm" onClick={allow}>
								{host === undefined ? i18n.t('attach.allowAll') : i18n.t('attach.allow', { host })}
							</Button>
						) : (
							find
						)
					}
				>
					{failureText(code, host)}
				</Notice>
			);
		}
		case 'found': {
			const text = lookText(field.look, outcome);
			return text === null ? null : (
				<Notice role="alert" look="warning">
					{text}
				</Notice>
			);
		}
	}
}
