/** A page of the extension, Playwright's or Puppeteer's, that functions are sent into. */
export interface Realm {
	evaluate<Result, Argument>(
		run: (argument: Argument) => Result | Promise<Result>,
		argument: Argument,
	): Promise<Awaited<Result>>;
}
