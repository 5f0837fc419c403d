import { resolve } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { attach, openBoth } from './page-beside.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access-to-long-pages');
test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 320: a page of a million characters, in two languages and with emoji, is taken whole', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	// Lines of odd lengths, so that pieces end anywhere in them.
	const lines = Array.from(
		{ length: 9_000 },
		(_, at) => `Line ${at} 😀 строка о дверях 👩‍👩‍👧 ${'door '.repeat(at % 23)}.`,
	);
	const body = `<!doctype html><title>A long page</title><main><h1>Long</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</main>`;
	const { chat } = await openBoth(extension, body);
	await attach(chat.page, 'This page');
	await chat.page.getByRole('button', { name: /^This page: A long page · 100%/ }).click();
	const text = chat.page.getByRole('dialog').getByRole('textbox', { name: 'What is sent of the page' });
	const taken = (await text.inputValue()).split('\n\n').map((line) => line.trim());
	expect(taken).toEqual(['# Long', ...lines.map((line) => line.replace(/ +\./, ' .'))]);
});

test('case 320: a long page keeps the order of its parts, and goes without what stands around them', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const section = (at: number) =>
		`<section><header>Bar ${at}</header><h2>Part ${at}</h2><div><p>${`Words of ${at}. `.repeat(80).trim()}</p>` +
		`<nav>Ways ${at}</nav><ul><li>Item ${at}<li>Last</ul></div><table><tr><th>Name<th>Value<tr><td>n<td>${at}</table></section>`;
	// What a script puts between the rows of a table stands in front of it for whoever parses the page again.
	const script = `for (const table of document.querySelectorAll('table')) {
		const note = document.createElement('div');
		note.innerHTML = '<b>Note</b><p>of a table</p>';
		table.prepend(note);
	}`;
	const parts = Array.from({ length: 900 }, (_, at) => section(at));
	const body = `<!doctype html><title>A long page</title><main><h1>Long</h1>${parts.join('')}</main><script>${script}</script>`;
	const { chat } = await openBoth(extension, body);
	await attach(chat.page, 'This page');
	await chat.page.getByRole('button', { name: /^This page: A long page · / }).click();
	const text = chat.page.getByRole('dialog').getByRole('textbox', { name: 'What is sent of the page' });
	const taken = (await text.inputValue()).split('\n\n');
	const written = parts.flatMap((_, at) => [
		`Bar ${at}`,
		`## Part ${at}`,
		`Words of ${at}. `.repeat(80).trim(),
		`- Item ${at}\n- Last`,
		'**Note**',
		'of a table',
		`| Name | Value |\n| --- | --- |\n| n | ${at} |`,
	]);
	expect(taken).toEqual(['# Long', ...written]);
});

test('case 338: of a long page, a text that is covered by what comes last is not taken', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const words = `<p>${'On doors and windows. '.repeat(20_000)}</p>`;
	const cover = '<div style="position:absolute;inset:0 0 auto;height:60px;background:#fff">Above it.</div>';
	const body = `<!doctype html><title>A long page</title><main style="position:relative"><p style="height:40px;margin:0">COVERED</p>${words}${cover}</main>`;
	const { chat } = await openBoth(extension, body);
	await attach(chat.page, 'This page');
	await chat.page.getByRole('button', { name: /^This page: A long page · 100%/ }).click();
	const text = chat.page.getByRole('dialog').getByRole('textbox', { name: 'What is sent of the page' });
	const taken = (await text.inputValue()).split('\n\n').map((block) => block.trim());
	expect(taken).toEqual(['On doors and windows. '.repeat(20_000).trim(), 'Above it.']);
});
