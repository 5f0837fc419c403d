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
 * @returns {Promise<boolean>} whether it succeeded
 */
export async function runTool(name, tool, args) {
	const child = spawn(process.execPath, [programOf(name, tool), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	const [code] = await once(child, 'exit');
	return code === 0;
}
