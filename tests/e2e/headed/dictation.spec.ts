import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { waitUntil } from '../harness/wait-until.ts';

// Else a computer without a microphone is not even asked for one.
test.use({ browserArgs: ['--use-fake-device-for-media-stream'] });

test('case 287: the real side panel has a tab ask for the microphone, and goes on with the browser’s own recognition', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	const popup = await headed.openPopup();
	await popup.locator(byRole('button', 'Open side panel')).click();
	const panel = await headed.sidePanel();
	await panel.locator(byRole('button', 'Dictate')).click();
	// The browser itself says that no language is on this computer.
	await panel.locator(byRole('button', 'Use the servers')).click();
	const target = await headed.browser.waitForTarget((one) => one.url().endsWith('/microphone.html'));
	const tab = await target.asPage();
	await tab.waitForSelector('::-p-text(Microphone for dictation)');
	await panel.waitForSelector('::-p-text(Allow the microphone in the tab that has opened.)');

	// The prompt ignores keys for half a second, to prevent accidents. Its first button closes it, the second allows.
	await headed.hands.untilStill();
	await headed.hands.press('Tab', 'Tab', 'Return');
	await waitUntil(async () => tab.isClosed());
	expect(
		await panel.evaluate(async () => (await navigator.permissions.query({ name: 'microphone' })).state),
	).toBe('granted');
	// What comes of it depends on the computer: it listens, or says why not. Here it has been told of no microphone.
	const outcome = await panel.waitForSelector(
		`::-p-text(Finish), [role=alert] ::-p-text(No microphone was found), [role=alert] ::-p-text(can’t reach its speech recognition)`,
	);
	expect(outcome).not.toBeNull();
});
