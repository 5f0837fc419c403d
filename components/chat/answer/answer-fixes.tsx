import { useState } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/types.ts';
import { setOriginRule } from '../../../utils/platform/origin-rule.ts';
import { requestOrigin } from '../../../utils/platform/permissions.ts';
import type { Destination } from '../../../utils/providers/endpoint.ts';
import { FailureFixes } from '../../settings/failure-fixes.tsx';
import { useChatServices } from '../services/chat-services.ts';

export interface AnswerFixesProps {
	answerId: string;
	failure: Failure;
	/** The endpoint's. */
	destination: Destination;
}

/** What a click can mend of a failure, after which the question is asked again. */
export function AnswerFixes({ answerId, failure, destination }: AnswerFixesProps) {
	const { session } = useChatServices();
	const { host, origin } = destination;
	const [isRefused, setIsRefused] = useState(false);

	/** The request comes first: an `await` before it would lose the gesture that Firefox asks for. */
	async function allow(mend?: (origin: string) => Promise<void>): Promise<void> {
		if (origin === null) return;
		try {
			const isAllowed = await requestOrigin(origin);
			setIsRefused(!isAllowed);
			if (!isAllowed) return;
			await mend?.(origin);
			session.retry(answerId);
		} catch (error) {
			console.error('The browser refused the permission.', error);
			setIsRefused(true);
		}
	}

	return (
		<div className="mt-2.5 text-text">
			<FailureFixes
				failure={failure}
				host={host}
				models={null}
				onAllow={() => void allow()}
				onRemoveOrigin={() => void allow(setOriginRule)}
				onUseModels={() => undefined}
			/>
			{isRefused && (
				<p role="status" className="mt-1.5 font-medium">
					{i18n.t('chat.notAllowed')}
				</p>
			)}
		</div>
	);
}
