import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { type DefaultTarget, defaultTarget } from '../../../utils/settings/default-target.ts';
import { DEFAULT_PREFERENCES } from '../../../utils/settings/preference-values.ts';
import { parseRow, type SettingsDraft } from './settings-draft.ts';

/**
 * The endpoints as they would be saved now. One with a wrong field is taken as it is stored, or left out if it is not
 * stored.
 */
export function draftEndpoints({ managed, rows, others }: SettingsDraft): Endpoint[] {
	const servers = rows
		.filter((row) => !row.isDeleted)
		.flatMap((row) => {
			const parsed = parseRow(row);
			return parsed.ok ? [parsed.endpoint] : (row.stored ?? []);
		});
	const kept = others.filter(({ isDeleted }) => !isDeleted).map(({ endpoint }) => endpoint);
	return [...managed.map(({ endpoint }) => endpoint), ...servers, ...kept];
}

/** What a new chat would be sent to if the draft were saved now. */
export function draftTarget(draft: SettingsDraft): DefaultTarget | null {
	const { defaultEndpointId, defaultModel } = draft.general.input;
	return defaultTarget(draftEndpoints(draft), { ...DEFAULT_PREFERENCES, defaultEndpointId, defaultModel });
}
