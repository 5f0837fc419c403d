import { i18n } from '#i18n';
import { formatNumber } from '../../utils/platform/texts.ts';
import { Notice } from '../ui/notice.tsx';
import { MAX_QUESTION_LENGTH } from './question-limit.ts';

/** Says why a text was not taken: nothing is cut silently. */
export function TooLongNote({ length }: { length: number | null }) {
	return (
		<div role="status">
			{length !== null && (
				<Notice look="warning" className="mb-2">
					{i18n.t('chat.tooLong', {
						length: formatNumber(length),
						limit: formatNumber(MAX_QUESTION_LENGTH),
					})}
				</Notice>
			)}
		</div>
	);
}
