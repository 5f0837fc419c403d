import type { PresetId } from '../presets.ts';
import { cleanKey } from './clean-key.ts';

/**
 * How the keys of companies begin. The sources are their documentation and the rules of programs that look for leaked
 * keys.
 */
const SHAPES: readonly [beginning: RegExp, company: PresetId][] = [
	[/^sk-or-/i, 'openrouter'],
	[/^sk-ant-/i, 'anthropic'],
	[/^sk-(proj|svcacct|admin)-/i, 'openai'],
	// "OpenAI" in base64, which stands in the middle of each of its keys.
	[/^sk-[\w-]*T3BlbkFJ/, 'openai'],
	[/^gsk_/i, 'groq'],
	[/^xai-/i, 'xai'],
	[/^AIza/i, 'google'],
	[/^hf_/i, 'huggingface'],
	[/^(github_pat_|gh[opsu]_)/i, 'github'],
	[/^pplx-/i, 'perplexity'],
	[/^fw_/i, 'fireworks'],
	[/^csk-/i, 'cerebras'],
	[/^tgp_v1_/i, 'together'],
	[/^nvapi-/i, 'nvidia'],
];

/**
 * The company that has certainly made this key, by how the key begins; null where more than one may have. A bare
 * `sk-` says nothing: the keys of OpenAI, DeepSeek and many more begin so. `text` is what was pasted, in any form
 * that `cleanKey` takes.
 */
export function companyOfKey(text: string): PresetId | null {
	const key = cleanKey(text);
	return SHAPES.find(([beginning]) => beginning.test(key))?.[1] ?? null;
}
