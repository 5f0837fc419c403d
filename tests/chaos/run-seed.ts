import type { LockchatServer } from '../lockchat-server/types.ts';
import { act } from './act/act.ts';
import { ask, byEnter } from './act/ask.ts';
import type { Stage } from './act/stage.ts';
import { type AnsweredRequests, answerRequests } from './answer-requests.ts';
import type { ChaosBrowser, ChaosPage } from './browser/chaos-browser.ts';
import { clearDatabase, readDatabase } from './browser/database.ts';
import { readWindow } from './browser/read-window.ts';
import { findProblems } from './check/find-problems.ts';
import { SETTLED_AFTER_MS, STALL_SECONDS } from './check/limits.ts';
import type { Evidence } from './evidence.ts';
import { createLedger } from './ledger.ts';
import { planRun } from './plan/plan-run.ts';
import { questionOf } from './plan/words.ts';
import type { Totals } from './totals.ts';
import { until } from './until.ts';

/** The longest answer, and a silence that has to time out. */
const ANSWERED_WITHIN_MS = (STALL_SECONDS + 10) * 1_000;

export interface ChaosWorld {
	browser: ChaosBrowser;
	desk: ChaosPage;
	server: LockchatServer;
	totals: Totals;
}

export interface RunReport {
	seed: number;
	/** The steps as they went, a line each. */
	log: string[];
	/** What was wrong afterwards; nothing when every promise was kept. */
	problems: string[];
}

async function gather({ windows, ledger, desk }: Stage, answered: AnsweredRequests): Promise<Evidence> {
	const views: Evidence['windows'] extends ReadonlyMap<infer Name, infer View> ? [Name, View][] : never = [];
	for (const { name, page } of windows) {
		// What nobody looks at is not drawn.
		await page.bringToFront();
		views.push([name, await readWindow(page)]);
	}
	return { ledger, requests: answered.seen(), rows: await readDatabase(desk), windows: new Map(views) };
}

/** Waits until the server has said all it will, and then, for a while at most, until nothing is wrong. */
async function settle(stage: Stage, answered: AnsweredRequests): Promise<string[]> {
	await until(ANSWERED_WITHIN_MS, async () =>
		answered.seen().every(({ record: { endedAt, abortedAt } }) => endedAt !== null || abortedAt !== null),
	);
	let problems: string[] = [];
	await until(SETTLED_AFTER_MS, async () => {
		problems = findProblems(await gather(stage, answered));
		return problems.length === 0;
	});
	return problems;
}

/** Plays one seed from an empty database on, and compares what is left with what was sent. */
export async function runSeed(
	{ browser, desk, server, totals }: ChaosWorld,
	seed: number,
): Promise<RunReport> {
	await clearDatabase(desk);
	const answered = answerRequests(server);
	let count = 0;
	const stage: Stage = {
		browser,
		desk,
		windows: [],
		ledger: createLedger(),
		nextQuestion() {
			count += 1;
			return questionOf(seed, count);
		},
	};
	const startedAt = Date.now();
	const log: string[] = [];
	const note = (line: string) => log.push(`${String(Date.now() - startedAt).padStart(6)} ms  ${line}`);

	for (const step of planRun(seed)) {
		const done = await act(stage, step);
		if (done === null) continue;
		note(`${step.do}: ${done}`);
		totals.count(step.do);
	}

	// Rows that a dead background left behind are settled when a window looks at them.
	const name = 'the window opened at the end';
	const page = await browser.open('sidepanel.html');
	stage.windows.push({ name, page });
	note(`open: ${name}`);
	const problems = await settle(stage, answered);
	note('all is quiet');

	if (problems.length === 0) {
		answered.calmDown();
		const last = await ask(stage, { name, page }, byEnter);
		note(`ask by Enter: ${last}`);
		if (last === null) problems.push('The next question could not be asked.');
		else problems.push(...(await settle(stage, answered)));
		note('the end');
	}

	for (const { ending } of answered.seen()) totals.count(`answer: ${ending}`);
	for (const window of stage.windows) await window.page.close();
	return { seed, log, problems };
}
