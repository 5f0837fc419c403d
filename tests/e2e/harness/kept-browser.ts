/** How one kind of browser is handled. */
interface Handling<Options extends object, Browser> {
	start(options: Options): Promise<Browser>;
	/** Makes a used browser as if no test had used it. */
	reset(browser: Browser): Promise<void>;
	close(browser: Browser): Promise<void>;
}

/**
 * The browser that the tests of one worker take one after the other. To start one costs more processor time than most
 * tests do.
 */
export class KeptBrowser<Options extends object, Browser> {
	readonly #handling: Handling<Options, Browser>;
	#kept: { key: string; browser: Browser } | undefined;

	constructor(handling: Handling<Options, Browser>) {
		this.#handling = handling;
	}

	/** The browser of the test before, made as new, if it was started with these options; or else a new one in its place. */
	async take(options: Options): Promise<Browser> {
		const key = JSON.stringify(options);
		if (this.#kept?.key === key) {
			await this.#handling.reset(this.#kept.browser);
			return this.#kept.browser;
		}
		await this.close();
		const browser = await this.#handling.start(options);
		this.#kept = { key, browser };
		return browser;
	}

	/** Ends the kept browser, so that the next test starts its own. */
	async close(): Promise<void> {
		const kept = this.#kept;
		this.#kept = undefined;
		if (kept) await this.#handling.close(kept.browser);
	}
}
