import { createHash } from 'node:crypto';
import { accessSync, constants, realpathSync } from 'node:fs';
import { cp, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { chatOn } from '../chromium/chat-page.ts';
import { expect, test } from '../harness/chromium.ts';
import { extensionDir } from '../harness/extension-dir.ts';

/** Where Chromium on Linux looks for policies; the folders are made for this test, and removed after it. */
const ROOT = '/etc/chromium';
const FOLDERS = [join(ROOT, 'policies'), join(ROOT, 'policies/managed')];
const FILE = join(ROOT, 'policies/managed', `lockchat-test-${process.pid}.json`);

/**
 * A copy of the build at a path of its own. It gets an id of its own, so that the policy is for nobody else who runs
 * the build meanwhile.
 */
const OUTPUT = join(realpathSync(tmpdir()), `lockchat-managed-${process.pid}`);
const COPY = join(OUTPUT, 'chrome-mv3');

/** The id that Chromium gives to an unpacked extension: its path's hash, in letters from a to p. */
function unpackedId(path: string): string {
	const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
	return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

function canWrite(): boolean {
	try {
		accessSync(ROOT, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

test.describe('case 132: a real policy of Chromium', () => {
	test.skip(!canWrite(), 'Only root may write policies, and only a Chromium of Debian reads them there.');
	test.use({ extensionOutput: OUTPUT });
	let server: LockchatServer | undefined;

	test.beforeAll(async () => {
		await cp(extensionDir('chrome'), COPY, { recursive: true });
		server = await startServer({});
		const model = server.script('house', [{ token: 'From the house.' }, { done: true }]);
		const policy = {
			endpoints: [{ id: 'house', name: 'House', url: server.url, models: [model] }],
			preferences: { systemPrompt: 'Ours.', defaultEndpointId: 'house' },
		};
		for (const folder of FOLDERS) await mkdir(folder, { recursive: true });
		const extensions = { [unpackedId(COPY)]: policy };
		await writeFile(FILE, JSON.stringify({ '3rdparty': { extensions } }));
	});

	test.afterAll(async () => {
		await rm(FILE, { force: true });
		await rm(OUTPUT, { recursive: true, force: true });
		// Folders that others have put something into stay.
		for (const folder of [...FOLDERS].reverse()) await rmdir(folder).catch(() => undefined);
		await server?.close();
	});

	test('sets up the server that a new chat asks, and locks what it names', async ({ extension }) => {
		const options = await extension.open('options.html');
		await expect(options.getByRole('button', { name: /^House/ })).toContainText('Set by your organization');
		const prompt = options.getByRole('textbox', { name: 'System prompt' });
		await expect(prompt).toBeDisabled();
		await expect(prompt).toHaveValue('Ours.');
		const chat = chatOn(await extension.open('popup.html'));
		await chat.ask('Who is there?');
		await expect(chat.answers).toHaveText('From the house.');
	});
});
