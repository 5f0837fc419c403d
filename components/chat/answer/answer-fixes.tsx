import type { Failure } from '../../../utils/lockchat/failure.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { FixesInChat } from '../../settings/fixes/fixes-in-chat.tsx';
import { useChatServices } from '../services/chat-services.ts';

interface AnswerFixesProps {
	answerId: string;
	failure: Failure;
	endpoint: Endpoint;
}

/** What can be mended of a failure on the spot, after which the question is asked again. */
export function AnswerFixes({ answerId, failure, endpoint }: AnswerFixesProps) {
	const { session, surface } = useChatServices();
	return (
		<div className="mt-2.5 text-text empty:hidden">
			<FixesInChat
				failure={failure}
				endpoint={endpoint}
				answerId={answerId}
				isPopup={surface === 'popup'}
				onMended={() => session.retry(answerId)}
			/>
		</div>
	);
}
