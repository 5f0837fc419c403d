// @ts-check
import { parseArgs } from 'node:util';

/**
 * What `npm start` is asked for.
 * @typedef {object} StartOptions
 * @property {boolean} isHeadless
 * @property {'chromium' | 'firefox'} browser
 * @property {string} [upstream] the address of a model server, without slashes at its end
 * @property {string} [language] a language tag: `ru`, `pt-BR`
 */

export const HELP = `npm start [-- OPTIONS]

Builds the extension and opens it in a browser, connected to a model: the server that --upstream or LOCKCHAT_URL names,
else one that runs on this computer (Ollama, LM Studio, llama.cpp), else a demonstration.

  --upstream URL      the OpenAI-compatible server to connect: http://127.0.0.1:11434
  --browser NAME      chromium (Chrome and Edge, too) or firefox; chromium unless you say so
  --lang TAG          the browser's language: en, ru
  --headless          without a window, as on a machine without a display
  --help              this text`;

/** A message for the person who typed the options. */
export class OptionError extends Error {}

const BROWSERS = /** @type {const} */ (['chromium', 'firefox']);

/**
 * @param {string | undefined} given
 * @returns {string | undefined}
 * @throws {OptionError}
 */
function serverOf(given) {
	if (given === undefined) return;
	if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol))
		throw new OptionError(
			`A model server has an address such as http://127.0.0.1:11434, and “${given}” is none.`,
		);
	return given.replace(/\/+$/, '');
}

/**
 * @param {string | undefined} given
 * @returns {string | undefined}
 * @throws {OptionError}
 */
function languageOf(given) {
	if (given === undefined) return;
	try {
		return Intl.getCanonicalLocales(given)[0];
	} catch {
		throw new OptionError(`--lang needs a language such as en or ru, and “${given}” is none.`);
	}
}

/**
 * @param {readonly string[]} args what stands after `npm start --`
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {StartOptions | 'help'}
 * @throws {OptionError}
 */
export function readOptions(args, env, platform) {
	let values;
	try {
		({ values } = parseArgs({
			args: [...args],
			options: {
				headless: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
				browser: { type: 'string', default: 'chromium' },
				lang: { type: 'string' },
				upstream: { type: 'string' },
			},
		}));
	} catch (error) {
		throw new OptionError(error instanceof Error ? error.message : String(error));
	}
	if (values.help) return 'help';
	const browser = BROWSERS.find((name) => name === values.browser);
	if (!browser)
		throw new OptionError(`--browser is chromium or firefox, and “${values.browser}” is neither.`);
	const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
	const upstream = serverOf(values.upstream ?? (env.LOCKCHAT_URL || undefined));
	const language = languageOf(values.lang);
	return {
		isHeadless: values.headless || !hasDisplay,
		browser,
		...(upstream !== undefined && { upstream }),
		...(language !== undefined && { language }),
	};
}
