/** What a chat window shows, as a person reads it. */
export interface ShownChat {
	questions: string[];
	answers: { text: string; isBusy: boolean }[];
}

/** What a test can tell a driver page to do. Inputs and outputs are plain JSON. */
export interface DriverCommands {
	/** Writes settings to `storage.local`. */
	seed(items: Record<string, unknown>): void;
	/** Opens a page of the extension as a frame; resolves to its id when it has a composer. */
	open(page: string): number;
	ask(id: number, text: string): void;
	/** Waits for a button whose name begins with this, and clicks the first one. */
	press(id: number, name: string): void;
	read(id: number): ShownChat;
	/** Connects to the background and sends nothing, in order to see when the background stops. */
	watchBackground(): void;
	/** When the background stopped, in milliseconds since the epoch; null while it runs. */
	backgroundStoppedAt(): number | null;
	/** How many side panels show the extension. */
	countPanels(): number;
	/** The texts of running answers as far as they are in the database. */
	savedText(): string;
	/** How many tabs show pages of the extension. */
	countTabs(): number;
	/** Reloads the extension, as an update does; the driver's own page goes with it. */
	reloadExtension(): void;
	/** Shows the driver's tab: nothing is drawn in one that is hidden. */
	front(): void;
	/** Closes the driver's tab, and its chat windows with it. */
	leave(): void;
}

/** How a test controls one driver page. */
export interface Driver {
	call<Name extends keyof DriverCommands>(
		command: Name,
		...input: Parameters<DriverCommands[Name]>
	): Promise<ReturnType<DriverCommands[Name]>>;
}
