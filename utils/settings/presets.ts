import type { Parameters } from '../lockchat/types.ts';

/**
 * A server that people are likely to have. The user can choose it to fill in the form. The locale files tell what it
 * needs.
 */
export interface Preset {
	id: PresetId;
	/** The name as its makers write it in every language. Left out where the locale files name it. */
	name?: string;
	/**
	 * The address from the makers' documentation; for a program, with its usual port. It may have blanks in braces,
	 * which the user fills in.
	 */
	url: string;
	/** The first models to ask; empty where they should be read from the server's own list. */
	models: readonly string[];
	/**
	 * `computer`: a program that the user runs. `cloud`: a service with keys. `public`: a server that is open to
	 * everyone, unencrypted, and run by strangers.
	 */
	place: 'computer' | 'cloud' | 'public';
	/** The page on which a key is made, or that says how. Left out where no key is needed. */
	keyUrl?: string;
	/** What people may also search for: the company and its models, in lower case. */
	words?: string;
	/** Headers that the server wants beside the key; nothing in them is secret. */
	headers?: Readonly<Record<string, string>>;
	/** What is chosen for a server of this kind from the start. */
	parameters?: Parameters;
}

type Facts = Omit<Preset, 'id' | 'models' | 'place'> & { models?: readonly string[] };

/** The temperature that Lockchat's own provider uses. */
const LOCKCHAT: Parameters = { temperature: 0.7 };

const COMPUTER = {
	ollama: { name: 'Ollama', url: 'http://127.0.0.1:11434' },
	lm_studio: { name: 'LM Studio', url: 'http://127.0.0.1:1234', words: 'lmstudio' },
	llama_cpp: { name: 'llama.cpp', url: 'http://127.0.0.1:8080', words: 'llama-server llamacpp gguf' },
	jan: { name: 'Jan', url: 'http://127.0.0.1:1337/v1', keyUrl: 'https://jan.ai/docs/local-api' },
	vllm: { name: 'vLLM', url: 'http://127.0.0.1:8000' },
	koboldcpp: { name: 'KoboldCpp', url: 'http://127.0.0.1:5001', words: 'koboldai' },
	localai: { name: 'LocalAI', url: 'http://127.0.0.1:8080' },
	open_webui: {
		name: 'Open WebUI',
		url: 'http://127.0.0.1:3000/api',
		keyUrl: 'https://docs.openwebui.com/features/authentication-access/api-keys',
		words: 'openwebui',
	},
	litellm: {
		name: 'LiteLLM',
		url: 'http://127.0.0.1:4000',
		keyUrl: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
		words: 'proxy',
	},
	g4f: { name: 'g4f', url: 'http://127.0.0.1:1337/v1', words: 'gpt4free' },
	local: { url: 'http://127.0.0.1:8976', parameters: LOCKCHAT },
} satisfies Record<string, Facts>;

const CLOUD = {
	openai: {
		name: 'OpenAI',
		url: 'https://api.openai.com',
		models: ['gpt-4o-mini', 'gpt-4o'],
		keyUrl: 'https://platform.openai.com/api-keys',
		words: 'chatgpt gpt',
	},
	anthropic: {
		name: 'Anthropic',
		url: 'https://api.anthropic.com/v1',
		models: ['claude-haiku-4-5', 'claude-sonnet-4-5'],
		keyUrl: 'https://console.anthropic.com/settings/keys',
		words: 'claude',
		// A request with an Origin, as an extension's has, is refused without the first header, and a list of models
		// without the second.
		headers: {
			'anthropic-dangerous-direct-browser-access': 'true',
			'anthropic-version': '2023-06-01',
		},
	},
	google: {
		name: 'Google Gemini',
		url: 'https://generativelanguage.googleapis.com/v1beta/openai',
		models: ['gemini-2.5-flash'],
		keyUrl: 'https://aistudio.google.com/apikey',
		words: 'ai studio gemma',
	},
	openrouter: {
		name: 'OpenRouter',
		url: 'https://openrouter.ai/api/v1',
		models: ['openrouter/auto'],
		keyUrl: 'https://openrouter.ai/settings/keys',
	},
	mistral: {
		name: 'Mistral',
		url: 'https://api.mistral.ai/v1',
		models: ['mistral-small-latest'],
		keyUrl: 'https://console.mistral.ai/api-keys',
		words: 'magistral codestral',
	},
	groq: { name: 'Groq', url: 'https://api.groq.com/openai/v1', keyUrl: 'https://console.groq.com/keys' },
	deepseek: {
		name: 'DeepSeek',
		url: 'https://api.deepseek.com',
		models: ['deepseek-chat'],
		keyUrl: 'https://platform.deepseek.com/api_keys',
	},
	xai: { name: 'xAI', url: 'https://api.x.ai/v1', keyUrl: 'https://console.x.ai', words: 'grok' },
	together: {
		name: 'Together',
		url: 'https://api.together.xyz/v1',
		keyUrl: 'https://api.together.ai/settings/api-keys',
	},
	fireworks: {
		name: 'Fireworks',
		url: 'https://api.fireworks.ai/inference/v1',
		keyUrl: 'https://app.fireworks.ai/settings/users/api-keys',
	},
	cerebras: { name: 'Cerebras', url: 'https://api.cerebras.ai/v1', keyUrl: 'https://cloud.cerebras.ai' },
	perplexity: {
		name: 'Perplexity',
		url: 'https://api.perplexity.ai',
		models: ['sonar', 'sonar-pro', 'sonar-reasoning-pro', 'sonar-deep-research'],
		keyUrl: 'https://www.perplexity.ai/settings/api',
		words: 'sonar',
	},
	github: {
		name: 'GitHub Models',
		url: 'https://models.github.ai/inference',
		models: ['openai/gpt-4.1-mini', 'openai/gpt-4.1'],
		keyUrl: 'https://github.com/settings/personal-access-tokens/new',
		words: 'copilot',
	},
	huggingface: {
		name: 'Hugging Face',
		url: 'https://router.huggingface.co/v1',
		keyUrl: 'https://huggingface.co/settings/tokens',
		words: 'huggingface router inference providers',
	},
	nvidia: {
		name: 'NVIDIA',
		url: 'https://integrate.api.nvidia.com/v1',
		models: ['meta/llama-3.3-70b-instruct'],
		keyUrl: 'https://build.nvidia.com/settings/api-keys',
		words: 'nim nemotron',
	},
	azure: {
		name: 'Azure',
		url: 'https://{resource}.openai.azure.com/openai/v1',
		keyUrl: 'https://portal.azure.com',
		words: 'microsoft openai foundry',
	},
	cloudflare: {
		name: 'Cloudflare AI Gateway',
		url: 'https://gateway.ai.cloudflare.com/v1/{account}/{gateway}/compat',
		models: ['openai/gpt-4o-mini'],
		keyUrl: 'https://dash.cloudflare.com/?to=/:account/ai/ai-gateway',
		words: 'workers',
	},
} satisfies Record<string, Facts>;

const PUBLIC = {
	public_host: {
		url: 'http://supertest.lockchat.app',
		models: ['gpt-4', 'gpt-3.5-turbo'],
		parameters: LOCKCHAT,
	},
} satisfies Record<string, Facts>;

export type PresetId = keyof typeof COMPUTER | keyof typeof CLOUD | keyof typeof PUBLIC;

function presetsAt<Id extends PresetId>(place: Preset['place'], facts: Record<Id, Facts>): Preset[] {
	return Object.entries<Facts>(facts).map(([id, of]) => ({ models: [], ...of, id: id as Id, place }));
}

/** In the order in which they are shown: what runs on this computer stands first. */
export const PRESETS: readonly Preset[] = [
	...presetsAt('computer', COMPUTER),
	...presetsAt('cloud', CLOUD),
	...presetsAt('public', PUBLIC),
];

export const presetOf = (id: PresetId): Preset => {
	const preset = PRESETS.find((candidate) => candidate.id === id);
	if (!preset) throw new Error(`There is no preset ${id}`);
	return preset;
};
