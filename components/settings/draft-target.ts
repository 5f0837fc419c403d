import type { Endpoint } from '../../utils/lockchat/types.ts';
import { type DefaultTarget, defaultTarget } from '../../utils/settings/default-target.ts';
import { DEFAULT_PREFERENCES } from '../../utils/settings/preferences.ts';
import { parseRow, type SettingsDraft } from './settings-draft.ts';

/** The endpoints as they would be saved now. An endpoint with a wrong field is given as it is stored; if it is not, it is left out. */
export function draftEndpoints({ rows }: SettingsDraft): Endpoint[] {
	return rows
		.filter((row) => !row.isDeleted)
		.flatMap((row) => {
			const parsed = parseRow(row);
			return parsed.ok ? [parsed.endpoint] : (row.stored ?? []);
		});
}

/** What a new chat would be sent to if the draft were saved now. */
export function draftTarget(draft: SettingsDraft): DefaultTarget | null {
	const { defaultEndpointId, defaultModel } = draft.general.input;
	return defaultTarget(draftEndpoints(draft), { ...DEFAULT_PREFERENCES, defaultEndpointId, defaultModel });
}
