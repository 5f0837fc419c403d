/** A promise and what resolves it. */
export function latch<T>(): { promise: Promise<T>; resolve(value: T): void } {
	let open: (value: T) => void = () => undefined;
	const promise = new Promise<T>((resolve) => {
		open = resolve;
	});
	return { promise, resolve: (value) => open(value) };
}
