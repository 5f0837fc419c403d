/** Milliseconds between two looks at something that sends no event. */
const LOOK_MS = 100;

/** Looks again and again until the condition holds. If it never does, the test's own time limit ends the test. */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
	while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}
