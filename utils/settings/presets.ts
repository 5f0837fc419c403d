import type { Parameters } from '../lockchat/types.ts';

/** Servers that people are likely to have; each can fill in the form. Their names and notes are in the locale files. */
export type PresetId =
	| 'local'
	| 'ollama'
	| 'lm_studio'
	| 'llama_cpp'
	| 'openai'
	| 'openrouter'
	| 'public_host';

export interface Preset {
	id: PresetId;
	url: string;
	/** Empty where the models should be read from the server's own list. */
	models: readonly string[];
	/** `computer`: a program the user runs. `cloud`: a service with keys. `public`: open, unencrypted, not ours. */
	place: 'computer' | 'cloud' | 'public';
	/** What is chosen for a server of this kind from the start. */
	parameters?: Parameters;
}

/** The temperature that Lockchat's own provider has. */
const LOCKCHAT: Parameters = { temperature: 0.7 };

export const PRESETS: readonly Preset[] = [
	{ id: 'ollama', url: 'http://127.0.0.1:11434', models: [], place: 'computer' },
	{ id: 'lm_studio', url: 'http://127.0.0.1:1234', models: [], place: 'computer' },
	{ id: 'llama_cpp', url: 'http://127.0.0.1:8080', models: [], place: 'computer' },
	{ id: 'local', url: 'http://127.0.0.1:8976', models: [], place: 'computer', parameters: LOCKCHAT },
	{ id: 'openai', url: 'https://api.openai.com', models: ['gpt-4o-mini', 'gpt-4o'], place: 'cloud' },
	{ id: 'openrouter', url: 'https://openrouter.ai/api/v1', models: ['openrouter/auto'], place: 'cloud' },
	{
		id: 'public_host',
		url: 'http://supertest.lockchat.app',
		models: ['gpt-4', 'gpt-3.5-turbo'],
		place: 'public',
		parameters: LOCKCHAT,
	},
];

export const presetOf = (id: PresetId): Preset => {
	const preset = PRESETS.find((candidate) => candidate.id === id);
	if (!preset) throw new Error(`There is no preset ${id}`);
	return preset;
};
