import { expect } from '@playwright/test';
import { startLife } from '../../life/start-life.ts';
import { untilAnswered } from '../../life/until-shown.ts';
import { pickMenuItem } from '../harness/pick-menu-item.ts';
import { test } from '../harness/server.ts';

const SELECTED = 'Windows only look at it.';

/** One sentence over the whole page, selected. */
const ARTICLE = `<!doctype html><title>Article</title>
<body style="margin: 0; font-size: 150px"><p id="all" style="margin: 0">${SELECTED}</p>
<script>getSelection().selectAllChildren(document.getElementById('all'))</script>`;

/** A point of the screen within the text, wherever its lines break. */
const ON_TEXT = { x: 300, y: 350 };

test('case 67: a click in the menu after the background slept opens the panel, and asks once', async ({
	endpoint,
	server,
}) => {
	test.setTimeout(180_000);
	const life = await startLife(['only']);
	try {
		const model = server.script('slept', [{ token: 'Because.' }, { done: true }]);
		const driver = await life.driver('only');
		await driver.call('seed', { endpoints: [{ ...endpoint, models: [model] }] });
		await driver.call('watchBackground');
		await expect
			.poll(() => driver.call('backgroundStoppedAt'), { timeout: 120_000, intervals: [500] })
			.not.toBeNull();

		const { hands, control } = life;
		const fetched = control.serve('/article', ARTICLE);
		await life.visit(`${control.url}/article`);
		await fetched;
		await hands.untilStill();
		await hands.opening(() => hands.click(ON_TEXT.x, ON_TEXT.y, 3));
		await pickMenuItem(hands, 0);

		const request = await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
		expect(request.messages[0]?.content).toContain(SELECTED);
		await expect.poll(() => driver.call('countPanels')).toBe(1);
		await driver.call('front');
		const { questions } = await untilAnswered(driver, await driver.call('open', 'popup.html'), 'Because.');
		expect(questions).toEqual([expect.stringContaining(SELECTED)]);
		expect(server.requests).toHaveLength(1);
	} finally {
		await life.close();
	}
});
