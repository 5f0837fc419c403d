import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks at the thread's clock. */
const LOOK_MS = 20;

/** How long a window's main thread has run; other work on the machine does not count. */
export interface MainThreadTime {
	/** An upper bound of the milliseconds that the thread ran between two moments (milliseconds since the epoch). */
	ranBetween(start: number, end: number): number;
	stop(): void;
}

/** Without `/proc` nothing but wall time can be measured. */
const wallTime: MainThreadTime = { ranBetween: (start, end) => end - start, stop: () => undefined };

const read = (path: string): string | null => {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		// The process may have ended meanwhile.
		return null;
	}
};

/** Field 4 of `/proc/PID/stat`; the second one, a name in brackets, may hold spaces. */
const parentOf = (pid: number): number =>
	Number((read(`/proc/${pid}/stat`) ?? '').split(') ').at(-1)?.split(' ')[1] ?? 0);

function isOurs(pid: number): boolean {
	for (let ancestor = pid; ancestor > 1; ancestor = parentOf(ancestor)) {
		if (ancestor === process.pid) return true;
	}
	return false;
}

/** Whether a process is the extension's: Chromium marks it by a flag, Firefox by its name. */
const isOfExtension = (pid: number): boolean =>
	(read(`/proc/${pid}/cmdline`)?.includes('--extension-process') ?? false) ||
	read(`/proc/${pid}/comm`)?.trim() === 'WebExtensions';

/** Milliseconds that a process's main thread has run: the first field of `schedstat`, in nanoseconds. */
const ranFor = (pid: number): number =>
	Number((read(`/proc/${pid}/task/${pid}/schedstat`) ?? '0').split(' ')[0]) / 1e6;

/** Watches the process of the extension in the browser that this one has started. */
export function watchMainThread(): MainThreadTime {
	if (process.platform !== 'linux') return wallTime;
	const pids = readdirSync('/proc')
		.map(Number)
		.filter((pid) => pid > 1 && isOurs(pid) && isOfExtension(pid));
	if (pids.length === 0) throw new Error('No process of the extension runs.');
	const looks: { at: number; ran: number[] }[] = [];
	const look = () => looks.push({ at: performance.timeOrigin + performance.now(), ran: pids.map(ranFor) });
	const timer = setInterval(look, LOOK_MS).unref();
	look();

	return {
		ranBetween(start, end) {
			look();
			const before = looks.findLast(({ at }) => at <= start) ?? looks[0];
			const after = looks.find(({ at }) => at >= end) ?? looks.at(-1);
			const ran = pids.map((_, index) => (after?.ran[index] ?? 0) - (before?.ran[index] ?? 0));
			return Math.min(end - start, Math.max(...ran));
		},
		stop: () => clearInterval(timer),
	};
}
