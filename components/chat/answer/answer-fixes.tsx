import { useState } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/types.ts';
import type { Destination } from '../../../utils/providers/endpoint.ts';
import { AllowFixes } from '../../settings/failure-fixes.tsx';
import { useChatServices } from '../services/chat-services.ts';

export interface AnswerFixesProps {
	answerId: string;
	failure: Failure;
	/** Where the endpoint's words go. */
	destination: Destination;
}

/** Buttons that mend a failure with one click, after which the question is asked again. */
export function AnswerFixes({ answerId, failure, destination }: AnswerFixesProps) {
	const { session } = useChatServices();
	const [isRefused, setIsRefused] = useState(false);
	return (
		<div className="mt-2.5 text-text">
			<AllowFixes
				failure={failure}
				host={destination.host}
				origin={destination.origin}
				onMended={() => session.retry(answerId)}
				onAsked={() => setIsRefused(false)}
				onRefused={() => setIsRefused(true)}
			/>
			{isRefused && (
				<p role="status" className="mt-1.5 font-medium">
					{i18n.t('chat.notAllowed')}
				</p>
			)}
		</div>
	);
}
