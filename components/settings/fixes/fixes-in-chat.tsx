import { useState } from 'react';
import { i18n } from '#i18n';
import type { Failure } from '../../../utils/lockchat/failure.ts';
import { setOriginRule } from '../../../utils/platform/origin-rule.ts';
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import { EnterKey } from '../keys/enter-key.tsx';
import { AllowFixes } from './allow-fixes.tsx';
import { usePausedStep } from './use-paused-step.ts';

interface FixesInChatProps {
	failure: Failure;
	endpoint: Endpoint;
	answerId: string;
	/** Whether this is the popup, which closes when the browser asks the user for something. */
	isPopup: boolean;
	/** Asks again. */
	onMended: () => void;
}

/** What a click, or a key, can mend of an answer that failed. */
export function FixesInChat({ failure, endpoint, answerId, isPopup, onMended }: FixesInChatProps) {
	const [isRefused, setIsRefused] = useState(false);
	const stopWaiting = usePausedStep((paused) => paused.type === 'retry' && paused.answerId === answerId, {
		onPaused: () => undefined,
		onAllowed: ({ origin, mends }) => void (mends ? setOriginRule(origin) : Promise.resolve()).then(onMended),
	});
	if (failure.code === 'unauthorized' || failure.code === 'key-missing') {
		return <EnterKey endpoint={endpoint} onStored={onMended} />;
	}
	const place = whereTo(endpoint);
	return (
		<>
			<AllowFixes
				isFolded
				failure={failure}
				host={place?.host ?? endpoint.name}
				origin={place?.origin ?? null}
				next={isPopup ? { type: 'retry', answerId } : undefined}
				onMended={onMended}
				onAsked={() => {
					stopWaiting();
					setIsRefused(false);
				}}
				onRefused={() => setIsRefused(true)}
			/>
			{isRefused && (
				<p role="status" className="mt-1.5 font-medium">
					{i18n.t('chat.notAllowed')}
				</p>
			)}
		</>
	);
}
