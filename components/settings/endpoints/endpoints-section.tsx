import { Plus } from 'lucide-react';
import { i18n } from '#i18n';
import { PRESETS } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { AddBrowserModel } from '../browser-model/add-browser-model.tsx';
import { draftTarget } from '../draft/draft-target.ts';
import { addEndpoint, applyPreset } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { SettingsDraft } from '../draft/settings-draft.ts';
import { CARD, Section } from '../fields/section.tsx';
import { PresetPicker } from '../presets/preset-picker.tsx';
import { presetName } from '../presets/preset-text.ts';
import { EndpointItem, OtherItem } from './endpoint-item.tsx';
import { FindServers } from './find-servers-panel.tsx';
import { ManagedItem } from './managed-item.tsx';

/** What is shown while there is no endpoint: the presets. */
function NoEndpoints() {
	const { store } = useSettings();
	return (
		<div className={`${CARD} flex flex-col gap-4 p-4`}>
			<p>{i18n.t('settings.noEndpoints')}</p>
			<PresetPicker
				legend={i18n.t('settings.startFrom')}
				presets={PRESETS}
				picked={undefined}
				onPick={(preset) => applyPreset(store, addEndpoint(store), { ...preset, name: presetName(preset) })}
			/>
		</div>
	);
}

/** The list of servers, of which one at a time can be open for editing. */
export function EndpointsSection({ draft }: { draft: SettingsDraft }) {
	const { store } = useSettings();
	const defaultId = draftTarget(draft)?.endpointId;
	return (
		<Section title={i18n.t('settings.endpoints')} hint={i18n.t('settings.endpointsHint')}>
			{draft.managed.length + draft.rows.length + draft.others.length === 0 ? (
				<NoEndpoints />
			) : (
				<ul className={`${CARD} divide-y divide-border`}>
					{draft.managed.map((row) => (
						<ManagedItem key={row.endpoint.id} row={row} />
					))}
					{draft.rows.map((row) => (
						<EndpointItem
							key={row.id}
							row={row}
							isOpen={row.id === draft.openId}
							isDefault={row.id === defaultId && draft.rows.length + draft.others.length > 1}
						/>
					))}
					{draft.others.map((row) => (
						<OtherItem key={row.endpoint.id} row={row} isDefault={row.endpoint.id === defaultId} />
					))}
				</ul>
			)}
			<div className="flex flex-wrap gap-2">
				<Button onClick={() => addEndpoint(store)}>
					<Plus size={16} aria-hidden="true" />
					{i18n.t('settings.addEndpoint')}
				</Button>
				{!draft.others.some(({ endpoint }) => endpoint.kind === 'browser') && <AddBrowserModel />}
			</div>
			<FindServers draft={draft} />
		</Section>
	);
}
