import { cleanKey } from './clean-key.ts';
import type { PresetId } from './presets.ts';

/** How the keys of companies begin, by their documentation and by what finders of leaked keys look for. */
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
 * The company whose key this plainly is, by its beginning; null where more than one may have made it. A bare `sk-` is
 * everybody's: OpenAI, DeepSeek and many more begin their keys so. `text` is what was pasted, as `cleanKey` takes it.
 */
export function companyOfKey(text: string): PresetId | null {
	const key = cleanKey(text);
	return SHAPES.find(([beginning]) => beginning.test(key))?.[1] ?? null;
}
