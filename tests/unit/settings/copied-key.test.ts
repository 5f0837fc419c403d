import { describe, expect, it } from 'vitest';
import { cleanKey } from '../../../utils/settings/input/clean-key.ts';

describe('case 207: a key copied with what stood around it', () => {
	it.each([
		'sk-abc\\n',
		'’sk-abc’',
		'”sk-abc”',
		'"sk-abc".',
		'`sk-abc`.',
		'**sk-abc**',
		'set "OPENAI_API_KEY=sk-abc"',
		'$OPENAI_API_KEY=sk-abc',
		'set -gx OPENAI_API_KEY sk-abc',
		'Your API key: sk-abc',
		'clé API : sk-abc',
		'API-Schlüssel: sk-abc',
	])('%s is sk-abc', (copied) => {
		expect(cleanKey(copied)).toBe('sk-abc');
	});

	it.each(['sk-abc.', 'sk-a*b*c', 'sk-abc=='])('%s stays as it is', (key) => {
		expect(cleanKey(key)).toBe(key);
	});
});
