import { chromiumBrowser } from '../../chaos/browser/chromium-browser.ts';
import { chosenSeeds } from '../../chaos/chosen-seeds.ts';
import { runCampaign } from '../../chaos/run-campaign.ts';
import { expect, test } from '../harness/chromium.ts';

const { first, runs } = chosenSeeds(3);

test('case 54: whatever happens, nothing that arrived is lost and nothing is doubled', async ({
	extension,
	server,
	endpoint,
}) => {
	test.setTimeout(30_000 + runs * 60_000);
	const browser = chromiumBrowser(extension);
	expect(await runCampaign({ browser, server, endpoint, seed: extension.seed, first, runs })).toEqual([]);
});
