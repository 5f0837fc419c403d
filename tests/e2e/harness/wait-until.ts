/** Between looks at what sends no event. */
const LOOK_MS = 100;

/** Looks again and again; a test's own time limit ends what never comes. */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
