/** A page of the extension, Playwright's or Puppeteer's, in which functions can be run. */
export interface Realm {
	evaluate<Result, Argument>(
		run: (argument: Argument) => Result | Promise<Result>,
		argument: Argument,
	): Promise<Awaited<Result>>;
}
