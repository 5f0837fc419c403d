export type Surface = 'sidepanel.html' | 'popup.html';

/** Runs functions in an extension page, be it Playwright's or Puppeteer's. */
export interface Realm {
	evaluate<Result>(run: () => Promise<Result>): Promise<Result>;
}

/** An extension page in a tab, used as a person would. Methods return false if something cannot be done, or no longer. */
export interface ChaosPage extends Realm {
	bringToFront(): Promise<void>;
	close(): Promise<void>;
	/** Replaces a text box's text. */
	fill(name: string, text: string): Promise<boolean>;
	/** Clicks the last button (or menu item) of this name. */
	click(name: string, options?: { role?: 'button' | 'menuitem'; times?: 1 | 2 }): Promise<boolean>;
	press(key: 'Enter' | 'Escape'): Promise<void>;
}

/** A browser with the extension, and all that chaos must be able to do to it. */
export interface ChaosBrowser {
	open(page: Surface | 'options.html'): Promise<ChaosPage>;
	/** Stops the background, as the browser may do at any moment. */
	kill(): Promise<void>;
}
