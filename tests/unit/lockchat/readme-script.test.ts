import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DONE, STOP, text } from './complete.ts';
import { serve, serveBody } from './serve.ts';

const root = resolve(import.meta.dirname, '../../..');
const SCRIPT = /<!-- script: ask\.ts -->\s*```ts\n(.*?)```/s;

/** The script as README.md shows it, in a folder that looks like the project's. */
async function saveScript(): Promise<string> {
	const script = SCRIPT.exec(await readFile(join(root, 'README.md'), 'utf8'))?.[1];
	if (script === undefined) throw new Error('README.md shows no script ask.ts');
	const folder = await mkdtemp(join(tmpdir(), 'lockchat-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	await symlink(join(root, 'utils'), join(folder, 'utils'), 'junction');
	await writeFile(join(folder, 'package.json'), '{"type":"module"}');
	await writeFile(join(folder, 'ask.ts'), script);
	return join(folder, 'ask.ts');
}

const jiti = join(dirname(createRequire(import.meta.url).resolve('jiti/package.json')), 'lib/jiti-cli.mjs');

/** From Node 22.18 on, Node runs TypeScript as it is. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = major > 22 || (major === 22 && minor >= 18);

/** What stands before the script on Node's command line, for each way to run it. */
const WAYS: [how: string, args: string[]][] = [
	['through jiti', [jiti]],
	...(runsTypeScript ? [['by Node itself', []] satisfies [string, string[]]] : []),
];
const whereElse = runsTypeScript ? '' : ` alone, as Node ${process.versions.node} runs no TypeScript`;

async function run(args: string[], url: string) {
	const env = { ...process.env, LOCKCHAT_URL: url };
	return promisify(execFile)(process.execPath, args, { env });
}

/** Each way takes a process of its own, which first compiles what the script imports. */
describe.each(WAYS)(`the script in README.md, run %s${whereElse},`, { timeout: 30_000 }, (_, way) => {
	it('prints the answer, and is about ten lines', async () => {
		const server = await serveBody([text('Как'), text(' дела'), text('?\n'), STOP, DONE]);
		const script = await saveScript();
		const { stdout, stderr } = await run([...way, script, 'Привет, 🌍!'], server.url);
		expect({ stdout, stderr }).toEqual({ stdout: 'Как дела?\n', stderr: '' });
		expect(JSON.parse(server.asked[0]?.body ?? '').messages).toEqual([
			{ role: 'user', content: 'Привет, 🌍!' },
		]);
		expect((await readFile(script, 'utf8')).trim().split('\n').length).toBeLessThanOrEqual(12);
	});

	it('fails in words when the server does', async () => {
		const server = await serve((response) => {
			response.writeHead(401);
			response.end('{"error":{"message":"No key."}}');
		});
		await expect(run([...way, await saveScript()], server.url)).rejects.toMatchObject({
			stderr: expect.stringContaining('unauthorized (HTTP 401): No key.'),
		});
	});
});
