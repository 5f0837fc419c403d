import type { Browser } from 'puppeteer-core';
import { waitUntil } from './wait-until.ts';

/**
 * The background of a browser's only extension, in a browser where Puppeteer does not attach to service workers. An
 * attached debugger would keep the worker from being idle, and a stopped one from starting again. This one attaches only
 * during a call.
 */
export interface BackgroundRealm {
	/** Calls a function in the background with a JSON value, and resolves to its JSON result. */
	evaluate<Argument, Result>(
		call: (argument: Argument) => Result | Promise<Result>,
		argument: Argument,
	): Promise<Result>;
	/** False when the browser has stopped the background. */
	isRunning(): Promise<boolean>;
}

export async function createBackgroundRealm(browser: Browser): Promise<BackgroundRealm> {
	const session = await browser.target().createCDPSession();
	const findId = async () => {
		const { targetInfos } = await session.send('Target.getTargets');
		return targetInfos.find(({ type }) => type === 'service_worker')?.targetId;
	};

	const evaluate = async (expression: string) => {
		const targetId = await findId();
		if (targetId === undefined)
			throw new Error('The background does not run; an opened extension page starts it.');
		const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: true });
		const worker = session.connection()?.session(sessionId);
		if (!worker) throw new Error('The background ended before it was asked.');
		const { result, exceptionDetails } = await worker.send('Runtime.evaluate', {
			expression,
			awaitPromise: true,
			returnByValue: true,
		});
		await session.send('Target.detachFromTarget', { sessionId });
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	};

	// A worker that has only just started does not have the extension API yet.
	await waitUntil(async () => (await findId()) !== undefined);
	await waitUntil(() => evaluate('"chrome" in globalThis && "storage" in chrome'));

	return {
		evaluate: (call, argument) => evaluate(`(${call})(${JSON.stringify(argument) ?? ''})`),
		isRunning: async () => (await findId()) !== undefined,
	};
}
