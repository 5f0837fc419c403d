import type { ChaosBrowser, ChaosPage, Surface } from '../browser/chaos-browser.ts';
import type { ChaosWindow } from '../chaos-window.ts';
import type { Ledger } from '../ledger.ts';

/** What the steps of one run act on. */
export interface Stage {
	browser: ChaosBrowser;
	/** An extension page that is not a chat window, through which the database is read. */
	desk: ChaosPage;
	windows: ChaosWindow[];
	ledger: Ledger;
	/** A question that was not asked before. */
	nextQuestion(): string;
	/** A name that no window had before. */
	nextWindow(surface: Surface): string;
}
