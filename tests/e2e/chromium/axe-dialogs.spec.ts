import { expectSound } from '../harness/axe.ts';
import { expect, test } from '../harness/chromium.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { chatOn } from './chat-page.ts';

test('case 223: axe finds nothing wrong in what opens over the chat and beside it', async ({
	extension,
	endpoint,
	server,
}) => {
	// Twenty-four looks take a busy machine a minute.
	test.setTimeout(300_000);
	const model = server.script('sound', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, composer } = chatOn(await extension.open('sidepanel.html'));
	await ask('What do armadillos eat?');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	/** Looks at a dialog, and closes it. */
	const look = async (name: string) => {
		await page.getByRole('dialog', { name }).waitFor();
		await expectSound(page, name);
		await page.keyboard.press('Escape');
	};

	await page.getByRole('button', { name: 'Customize chat' }).click();
	await page.getByText('More parameters').click();
	await look('This chat');
	await page.keyboard.press('Control+/');
	await look('Keyboard shortcuts');
	await answers.getByRole('button', { name: 'More' }).press('Enter');
	await page.getByRole('menuitem', { name: 'Regenerate with another model…' }).press('Enter');
	await look('Regenerate with another model…');

	await composer.focus();
	await page.keyboard.type('/');
	await page.getByRole('listbox', { name: 'Actions' }).waitFor();
	await expectSound(page, 'the actions');
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('Delete');
	const base64 = Buffer.from('print("hi")').toString('base64');
	await page.evaluate(giveFiles, { how: 'drop' as const, files: [{ name: 'a.py', mime: '', base64 }] });
	await page.getByRole('button', { name: /^a\.py/ }).click();
	await look('File');

	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	await dialog.getByRole('button', { name: 'More' }).press('Enter');
	await page.getByRole('menuitem', { name: 'Tags…' }).press('Enter');
	await page.getByRole('textbox', { name: 'Tags' }).fill('animals');
	await expectSound(page, 'the tags');
	await page.keyboard.press('Enter');
	await dialog.getByRole('list', { name: 'Filter by tag' }).waitFor();
	await dialog.getByRole('searchbox').fill('armadillos');
	await dialog.getByRole('list', { name: 'Messages' }).getByRole('button').waitFor();
	await expectSound(page, 'the history with what was found');
	await dialog.getByRole('searchbox').fill('');
	await dialog.getByRole('button', { name: 'Select chats' }).click();
	await dialog.getByRole('checkbox').check();
	await expectSound(page, 'chats that are ticked');
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);

	await page.setViewportSize({ width: 1000, height: 700 });
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const column = page.getByRole('region', { name: 'History' });
	await column.getByRole('listitem').first().waitFor();
	await expectSound(page, 'the history beside the chat');
	await column.getByRole('button', { name: 'More' }).press('Enter');
	await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
	const undo = page.getByRole('region', { name: 'Undo' });
	await undo.getByRole('button').focus();
	await expectSound(page, 'what can be undone');
	await expect(undo).toBeVisible();
});
