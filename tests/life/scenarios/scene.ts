import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import type { Life } from '../start-life.ts';

/** What a scenario acts on: a copy of the extension of its own, in a browser that it shares with others. */
export interface Scene {
	life: Life;
	copy: string;
	server: LockchatServer;
	endpoint: Endpoint;
}
