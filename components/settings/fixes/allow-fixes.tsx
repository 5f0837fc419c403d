import type { Failure } from '../../../utils/lockchat/failure.ts';
import { setOriginRule } from '../../../utils/platform/origin-rule.ts';
import { requestOrigin } from '../../../utils/platform/permissions.ts';
import type { NextStep } from '../../../utils/settings/paused-step.ts';
import { FailureFixes } from './failure-fixes.tsx';
import { useHandOver } from './use-hand-over.ts';

export interface AllowFixesProps {
	failure: Failure;
	host: string;
	/** What the browser is asked to allow; null where there is nothing to allow. */
	origin: string | null;
	isFolded?: boolean;
	/** What another window goes on with where the browser's prompt closes this one; only in the popup. */
	next?: NextStep | undefined;
	/** What failed can be tried again. */
	onMended: () => void;
	/** The user, or the browser, refused; `onAsked` is called before each question. */
	onRefused?: () => void;
	onAsked?: () => void;
}

/** The buttons that mend a failure by a permission, wherever it is shown. */
export function AllowFixes({ failure, host, origin, isFolded, next, ...on }: AllowFixesProps) {
	const { onMended, onRefused, onAsked } = on;
	const handOver = useHandOver(origin, next);
	if (!handOver) return null;

	/** The request comes first: an `await` before it would lose the gesture that Firefox asks for. */
	const allow = async (mend?: (origin: string) => Promise<void>): Promise<void> => {
		if (origin === null) return;
		try {
			const isHandedOver = handOver(mend !== undefined);
			const asking = requestOrigin(origin);
			onAsked?.();
			if (!(await asking)) {
				onRefused?.();
				return;
			}
			if (isHandedOver) {
				window.close();
				return;
			}
			await mend?.(origin);
			onMended();
		} catch (error) {
			console.error('The browser refused the permission.', error);
			onRefused?.();
		}
	};

	return (
		<FailureFixes
			failure={failure}
			host={host}
			models={null}
			{...(isFolded && { isFolded })}
			onAllow={() => void allow()}
			onRemoveOrigin={() => void allow(setOriginRule)}
			onUseModels={onMended}
			onDownloaded={onMended}
		/>
	);
}
