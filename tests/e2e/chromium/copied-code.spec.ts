import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

/**
 * Code with everything that a copy from the screen could lose or change: tabs, blank lines, marks of Markdown and of
 * HTML.
 */
const CODE = `function greet(name) {
\tconst text = \`**Hello**, <b>\${name}</b> &amp; all\`;

\treturn text;   // three spaces before this
}

`;

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} copies a block of code as it was written, and nothing around it`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const answer = `Before.\n\n\`\`\`js\n${CODE}\n\`\`\`\n\nAfter.`;
		const model = server.script(`code-${name}`, [{ token: answer }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers, composer } = chatOn(await extension.open(name));
		await ask('Show me.');
		// The code is coloured now, so that its words stand in many elements.
		await expect(answers.locator('pre code [class*=hljs]').first()).toBeVisible();
		await answers.getByRole('button', { name: 'Copy code' }).click();
		await expect(answers.getByRole('button', { name: 'Copied' })).toBeVisible();
		await composer.press('Control+V');
		await expect(composer).toHaveValue(CODE);
	});
}
