import { describe, expect, it } from 'vitest';
import { campaignsOf } from '../../chaos/campaigns.mjs';

describe('what npm run test:chaos runs', () => {
	it.each([
		['nothing', {}, ['chromium 200 from 1', 'firefox 20 from 1']],
		['Chromium', { browser: 'chromium' }, ['chromium 200 from 1']],
		['Firefox', { browser: 'firefox' }, ['firefox 20 from 1']],
		['a number of runs', { runs: '3' }, ['chromium 3 from 1', 'firefox 3 from 1']],
		['Firefox and a number of runs', { browser: 'firefox', runs: '3' }, ['firefox 3 from 1']],
		['a seed', { seed: '7' }, ['chromium 1 from 7']],
		['a seed of Firefox', { seed: '7', browser: 'firefox' }, ['firefox 1 from 7']],
		['the first of some seeds', { seed: '7', runs: '3' }, ['chromium 3 from 7']],
	])('when it is told %s', (_, chosen, campaigns) => {
		expect(campaignsOf(chosen).map(({ browser, runs, seed }) => `${browser} ${runs} from ${seed}`)).toEqual(
			campaigns,
		);
	});

	it('is nothing in a browser that is none of ours', () => {
		expect(() => campaignsOf({ browser: 'safari' })).toThrow('“safari”');
	});
});
