import type { ChaosPage } from './browser/chaos-browser.ts';

/** An open window, by the name it has in the log. */
export interface ChaosWindow {
	name: string;
	page: ChaosPage;
}
