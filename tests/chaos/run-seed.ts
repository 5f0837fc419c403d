import type { LockchatServer } from '../lockchat-server/types.ts';
import { act } from './act/act.ts';
import { ask, byEnter } from './act/ask.ts';
import { openChat } from './act/history.ts';
import type { Stage } from './act/stage.ts';
import { type AnsweredRequests, answerRequests } from './answer-requests.ts';
import type { ChaosBrowser, ChaosPage } from './browser/chaos-browser.ts';
import { clearDatabase, readDatabase } from './browser/database.ts';
import { readWindow, type WindowView } from './browser/read-window.ts';
import type { ChaosWindow } from './chaos-window.ts';
import { findProblems } from './check/find-problems.ts';
import { RIGHT_AFTER_MS, STALL_SECONDS } from './check/limits.ts';
import { fateOf, leastKept } from './check/must-have.ts';
import { describeEvidence } from './describe-evidence.ts';
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
	/** What happened, one line for each step. */
	log: string[];
	/** What was wrong afterwards; empty if every promise was kept. */
	problems: string[];
}

async function gather({ windows, ledger, desk }: Stage, answered: AnsweredRequests): Promise<Evidence> {
	const views = new Map<string, WindowView>();
	for (const { name, page } of windows) {
		// A window in the background draws nothing.
		await page.bringToFront();
		views.set(name, await readWindow(page));
	}
	return { ledger, requests: answered.seen(), rows: await readDatabase(desk), windows: views };
}

/** Waits until the server has said everything, and then, for a limited time, until nothing is wrong. Returns what still is. */
async function untilQuiet(stage: Stage, answered: AnsweredRequests): Promise<string[]> {
	await until(ANSWERED_WITHIN_MS, async () =>
		answered.seen().every(({ record: { endedAt, abortedAt } }) => endedAt !== null || abortedAt !== null),
	);
	let problems: string[] = [];
	await until(RIGHT_AFTER_MS, async () => {
		problems = findProblems(await gather(stage, answered));
		return problems.length === 0;
	});
	return problems;
}

/** Rows that a dead background left behind are marked as interrupted when a window looks at a chat, whichever it is. */
async function openLastWindow({ browser, desk, windows }: Stage): Promise<ChaosWindow> {
	const last = { name: 'the window opened at the end', page: await browser.open('sidepanel.html') };
	windows.push(last);
	await last.page.bringToFront();
	const { chats } = await readDatabase(desk);
	// On a busy machine the window may not be drawn yet, or may be too slow for a click.
	if (chats.length > 0) await until(RIGHT_AFTER_MS, () => openChat(last));
	return last;
}

/** Plays one seed, beginning with an empty database, and compares what is stored and shown in the end with what was sent. */
export async function runSeed(
	{ browser, desk, server, totals }: ChaosWorld,
	seed: number,
): Promise<RunReport> {
	await clearDatabase(desk);
	const answered = answerRequests(server);
	let asked = 0;
	let opened = 0;
	const stage: Stage = {
		browser,
		desk,
		windows: [],
		ledger: createLedger(),
		nextQuestion() {
			asked += 1;
			return questionOf(seed, asked);
		},
		nextWindow(surface) {
			opened += 1;
			return `${surface} ${opened}`;
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

	const last = await openLastWindow(stage);
	note(`open: ${last.name}`);
	const problems = await untilQuiet(stage, answered);
	note('all is quiet');

	if (problems.length === 0) {
		answered.calmDown();
		const question = await ask(stage, last, byEnter);
		note(`ask by Enter: ${question}`);
		if (question === null) problems.push('The next question could not be asked.');
		else problems.push(...(await untilQuiet(stage, answered)));
		note('the end');
	}

	for (const request of answered.seen()) {
		totals.count(`answer: ${request.ending}`);
		const fate = fateOf(request, stage.ledger);
		if (fate.type === 'killed' && leastKept(request, fate) > 0)
			totals.count('killed with words that had to be kept');
	}
	if (problems.length > 0) log.push(...describeEvidence(await gather(stage, answered), startedAt));
	for (const window of stage.windows) await window.page.close();
	return { seed, log, problems };
}
