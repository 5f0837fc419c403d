import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import type { Life } from '../start-life.ts';

/** Where a scenario plays: the copy of the extension that is its own, in a browser it shares. */
export interface Scene {
	life: Life;
	copy: string;
	server: LockchatServer;
	endpoint: Endpoint;
}
