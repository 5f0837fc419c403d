import type { EndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { parametersInput } from '../../../utils/settings/input/parameters-input.ts';
import type { Preset } from '../../../utils/settings/presets.ts';

/** What a preset knows of a server, wherever that server is. */
export type ServerFacts = Pick<Preset, 'url' | 'models' | 'headers' | 'parameters'>;

/** The fields of a server's form as a preset fills them in: all but the key. */
export function presetInput(server: ServerFacts, name: string): Omit<EndpointInput, 'apiKey'> {
	const headers = Object.entries(server.headers ?? {});
	return {
		name,
		url: server.url,
		models: server.models.join('\n'),
		headers: headers.map(([header, value]) => ({ id: header, name: header, value })),
		...parametersInput(server.parameters),
	};
}
