import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

/** A model server that runs as a program of its own. */
export interface ServerProgram {
	/** The script that Node runs, and its arguments. */
	command(): Promise<readonly string[]>;
	/** Its address, as soon as its output shows that it listens. */
	readUrl(output: string): string | undefined;
	/** With which its list of models may be read. */
	apiKey?: string;
}

interface ServerProcess {
	/** Resolves to its address with its first successful answer. */
	ready: Promise<string>;
	/** All that it has printed. */
	output(): string;
	stop(): Promise<void>;
}

function startProcess(command: readonly string[], { readUrl, apiKey = '' }: ServerProgram): ServerProcess {
	const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
	const kill = () => child.kill();
	process.once('exit', kill);
	const exited = once(child, 'close').finally(() => process.off('exit', kill));
	let output = '';
	const listening = new Promise<string>((resolve) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				output += text;
				const url = readUrl(output);
				if (url !== undefined) resolve(url);
			});
		}
	});

	async function waitForAnswer(): Promise<string> {
		const url = await Promise.race([listening, exited.then(() => null)]);
		if (url === null) throw new Error('The server has ended.');
		const answer = await fetch(`${url}/v1/models`, { headers: { authorization: `Bearer ${apiKey}` } });
		await answer.text();
		if (!answer.ok) throw new Error(`The server answers with ${answer.status}.`);
		return url;
	}

	return {
		ready: waitForAnswer(),
		output: () => output,
		async stop() {
			child.kill();
			await exited;
		},
	};
}

/**
 * One program for all tests of a file. The getter works inside tests. What the program has printed is shown if it does
 * not start, or if a test fails.
 */
export function runningProgram(program: ServerProgram): () => { url: string } {
	let server: ServerProcess | undefined;
	let url: string | undefined;
	beforeAll(async () => {
		server = startProcess(await program.command(), program);
		url = await server.ready;
	});
	afterAll(async () => {
		if (url === undefined) console.error(server?.output());
		await server?.stop();
	});
	beforeEach(({ onTestFailed }) => {
		onTestFailed(() => console.error(server?.output()));
	});
	return () => {
		if (url === undefined) throw new Error('The server runs only inside tests.');
		return { url };
	};
}

/**
 * The first port for programs that cannot be given port 0. Systems give none of these ports to programs that ask for
 * any port.
 */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

/** A port where nothing listens. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
		const probe = createServer().listen(port);
		try {
			await once(probe, 'listening');
		} catch {
			// It is taken.
			continue;
		}
		probe.close();
		await once(probe, 'close');
		return port;
	}
}
