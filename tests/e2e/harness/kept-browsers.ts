/** How one kind of browser is handled. */
interface Handling<Options extends object, Browser> {
	start(options: Options): Promise<Browser>;
	/** Makes a used browser as if no test had used it. */
	reset(browser: Browser): Promise<void>;
	close(browser: Browser): Promise<void>;
}

/** The usual one, and one or two that tests in between need. One that waits takes memory, and a fiftieth of a core. */
const MOST_KEPT = 3;

/**
 * The browsers that the tests of one worker take one after the other. To start one costs more processor time than most
 * tests do.
 */
export class KeptBrowsers<Options extends object, Browser> {
	readonly #handling: Handling<Options, Browser>;
	/** By their options. The one that was used last stands last. */
	readonly #kept = new Map<string, Browser>();

	constructor(handling: Handling<Options, Browser>) {
		this.#handling = handling;
	}

	/** The browser that was started with these options, made as new, or else a new one. */
	async take(options: Options): Promise<Browser> {
		const key = JSON.stringify(options);
		let browser = this.#kept.get(key);
		if (browser === undefined) {
			const [oldest] = this.#kept.keys();
			if (oldest !== undefined && this.#kept.size === MOST_KEPT) await this.#close(oldest);
			browser = await this.#handling.start(options);
		} else {
			await this.#handling.reset(browser);
			this.#kept.delete(key);
		}
		this.#kept.set(key, browser);
		return browser;
	}

	/** Ends the browser with these options, if there is one, so that the next test starts its own. */
	async close(options: Options): Promise<void> {
		await this.#close(JSON.stringify(options));
	}

	async closeAll(): Promise<void> {
		for (const key of [...this.#kept.keys()]) await this.#close(key);
	}

	async #close(key: string): Promise<void> {
		const browser = this.#kept.get(key);
		this.#kept.delete(key);
		if (browser !== undefined) await this.#handling.close(browser);
	}
}
