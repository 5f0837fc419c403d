import { Plus } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { draftTarget } from './draft-target.ts';
import { addEndpoint, applyPreset } from './edit-settings.ts';
import { EndpointItem, OtherItem } from './endpoint-item.tsx';
import { ManagedItem } from './managed-item.tsx';
import { PresetChips } from './preset-chips.tsx';
import { CARD, Section } from './section.tsx';
import { useSettings } from './settings-context.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** Shown while there is no endpoint: the presets. */
function NoEndpoints() {
	const { store } = useSettings();
	return (
		<div className={`${CARD} flex flex-col gap-4 p-4`}>
			<p>{i18n.t('settings.noEndpoints')}</p>
			<PresetChips url="" onPick={(preset) => applyPreset(store, addEndpoint(store), preset)} />
		</div>
	);
}

/** The list of servers. One at a time can be open for editing. */
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
					{draft.others.map((endpoint) => (
						<OtherItem key={endpoint.id} endpoint={endpoint} isDefault={endpoint.id === defaultId} />
					))}
				</ul>
			)}
			<Button className="self-start" onClick={() => addEndpoint(store)}>
				<Plus size={16} aria-hidden="true" />
				{i18n.t('settings.addEndpoint')}
			</Button>
		</Section>
	);
}
