import { setOriginRule } from '../../../utils/platform/origin-rule.ts';
import { useSettings, useSettingsState } from '../draft/settings-context.ts';
import { FailureFixes, hasFix } from '../fixes/failure-fixes.tsx';
import { allowAndTest, takeListedModels } from './check-endpoint.ts';

/** Scrolls the fixes into view: the status bar may cover the place where they appear. */
function reveal(fixes: HTMLElement | null): void {
	fixes?.scrollIntoView({ block: 'nearest' });
}

/** Buttons below an endpoint whose test failed: each mends the failure in one click. */
export function EndpointFixes({ id }: { id: string }) {
	const { store, client } = useSettings();
	const notice = useSettingsState((state) => state.notice);
	if (notice?.type !== 'failed' || notice.rowId !== id) return null;
	if (!hasFix(notice.failure, notice.models)) return null;
	return (
		<div ref={reveal} className="scroll-mb-80 rounded-md bg-surface p-3">
			<FailureFixes
				hasLine
				failure={notice.failure}
				host={notice.host}
				models={notice.models}
				onAllow={() => void allowAndTest(store, client, { failed: notice })}
				onRemoveOrigin={() => void allowAndTest(store, client, { failed: notice, mend: setOriginRule })}
				onDownloaded={() => undefined}
				onUseModels={() => takeListedModels(store, client, notice)}
			/>
		</div>
	);
}
