export type Surface = 'sidepanel.html' | 'popup.html';

/** What runs in an extension page: Playwright's pages and Puppeteer's alike. */
export interface Realm {
	evaluate<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** An extension page in a tab, as a person meets it. What cannot be done (any more) returns false. */
export interface ChaosPage extends Realm {
	bringToFront(): Promise<void>;
	close(): Promise<void>;
	/** Replaces a text box's text. */
	fill(name: string, text: string): Promise<boolean>;
	/** Clicks the last button (or menu item) of this name. */
	click(name: string, options?: { role?: 'button' | 'menuitem'; times?: 1 | 2 }): Promise<boolean>;
	press(key: 'Enter' | 'Escape'): Promise<void>;
}

/** A browser with the extension, and the power over it that chaos needs. */
export interface ChaosBrowser {
	open(page: Surface | 'options.html'): Promise<ChaosPage>;
	/** Stops the background as the browser may at any moment. */
	kill(): Promise<void>;
}
