// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** @param {string} name @param {string} tool */
function programOf(name, tool) {
	const folder = join(root, 'node_modules', name);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

/**
 * Runs a program of an installed package in the project's folder, and passes its output on to ours.
 * @param {string} name the package
 * @param {string} tool the program, as the package calls it
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, isSilent?: boolean }} options `env` are set for it beside our own variables; of a
 * silent one only errors are passed on
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runTool(name, tool, args, { env = {}, isSilent = false } = {}) {
	const child = spawn(process.execPath, [programOf(name, tool), ...args], {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', isSilent ? 'ignore' : 'inherit', 'inherit'],
	});
	const [code] = await once(child, 'exit');
	return code === 0;
}
