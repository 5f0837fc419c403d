import { describe, expect, it } from 'vitest';
import type { Part } from '../../../utils/chat/schema.ts';
import { readForeignChat } from '../../../utils/store/files/foreign/read-foreign.ts';

function shown(part: Part): unknown {
	if (part.type === 'tool') return { [part.name]: part.input, gave: part.output };
	return part.type === 'text' ? part.text : part.type;
}

/** What the messages of a chat of another program show, and what of it was lost. */
function read(chat: unknown) {
	const found = readForeignChat(chat, 1_700_000_000_000);
	return {
		shown: found?.messages.map(({ role, parts }) => [role, ...parts.map(shown)]),
		status: found?.messages.map(({ status }) => status),
		losses: found?.losses,
	};
}

const chatgpt = (text: string, metadata: object = {}) => ({
	title: 'T',
	mapping: {
		a: { id: 'a', message: { author: { role: 'assistant' }, metadata, content: { parts: [text] } } },
	},
});
const claude = (message: object) => ({ uuid: 'c', chat_messages: [{ uuid: 'a', ...message }] });
const openWebui = (message: object) => ({
	id: 'o',
	chat: { history: { messages: { a: { id: 'a', ...message } } } },
});
const librechat = (...messages: object[]) => ({ conversationId: 'l', messages });

describe('case 302: a ChatGPT text keeps the words that its marks hold', () => {
	it.each([
		['a name', 'To \ue200entity\ue202["city","Paris","in France"]\ue201 now', 'To Paris now'],
		['a broken name', 'To \ue200entity\ue202[oops\ue201 now', 'To  now'],
		[
			'a link',
			'See \ue200url\ue202the [site]\ue202https://a.example/x\ue201.',
			'See [the \\[site\\]](<https://a.example/x>).',
		],
		[
			'the text of a link to a result',
			'See \ue200url\ue202the site\ue202turn0search0\ue201.',
			'See the site.',
		],
		['and no others', 'So\ue200cite\ue202turn0search0\ue202turn1news2\ue201.', 'So.'],
		['an old mark without its source', 'So【4:0†source】.', 'So.'],
		['what is in such brackets for a reader', '【注意】 see 【4】', '【注意】 see 【4】'],
	])('%s', (_, text, words) => {
		expect(read(chatgpt(text)).shown).toEqual([['assistant', words]]);
	});

	it('and the sources that older answers number', () => {
		const citations = [
			{ metadata: { title: 'A', url: 'https://a.example/', extra: { cited_message_idx: 4 } } },
		];
		expect(read(chatgpt('So【4†source】.', { citations })).shown).toEqual([
			['assistant', 'So ([A](<https://a.example/>)).'],
		]);
	});
});

describe('case 302: a Claude chat keeps', () => {
	it.each([
		[
			'what was spoken',
			{ sender: 'human', content: [{ type: 'voice_note', title: null, text: 'Hello' }] },
			'Hello',
		],
		[
			'a text beside an empty block',
			{ sender: 'human', text: 'Hi', content: [{ type: 'text', text: '' }] },
			'Hi',
		],
	])('%s', (_, message, words) => {
		expect(read(claude(message))).toMatchObject({ shown: [['user', words]], losses: {} });
	});
});

describe('case 302: an Open WebUI chat keeps', () => {
	const answer = (content: string, rest = {}) => openWebui({ role: 'assistant', content, ...rest });

	it('calls of tools as they were, however often they were escaped', () => {
		const attributes =
			'id="c" name="search" arguments="&quot;{\\&quot;q\\&quot;: 1}&quot;" result="&quot;two\\nlines&quot;"';
		const call = `<details type="tool_calls" done="true" ${attributes}>\n<summary>x</summary>\n</details>\nSo.`;
		expect(read(answer(call)).shown).toEqual([
			['assistant', { search: '{"q": 1}', gave: 'two\nlines' }, 'So.'],
		]);
		const inBody = `<details type="tool_calls" id="c" name="search" arguments="{}">\n<summary>x</summary>\n&quot;found&quot;\n</details>`;
		expect(read(answer(inBody)).shown).toEqual([['assistant', { search: '{}', gave: 'found' }]]);
	});

	it('code with what it gave', () => {
		const output =
			'{&quot;stdout&quot;: &quot;42\\n&quot;, &quot;stderr&quot;: &quot;&quot;, &quot;result&quot;: 7}';
		const code = `<details type="code_interpreter" done="true" output="${output}">\n<summary>Analyzed</summary>\n\`\`\`python\nprint(42)\n\`\`\`\n</details>`;
		expect(read(answer(code)).shown).toEqual([
			['assistant', { code_interpreter: 'print(42)', gave: '42\n\n7' }],
		]);
	});

	it('a question that is a list, an answer joined of several, and what went wrong', () => {
		const content = [
			{ type: 'text', text: 'What is it?' },
			{ type: 'image_url', image_url: { url: 'data:x' } },
		];
		expect(read(openWebui({ role: 'user', content }))).toMatchObject({
			shown: [['user', 'What is it?']],
			losses: { image: 1 },
		});
		expect(read(answer('', { merged: { status: true, content: 'Both say so.' } })).shown).toEqual([
			['assistant', 'Both say so.'],
		]);
		expect(read(answer('', { error: { content: 'No such model' } }))).toMatchObject({
			shown: [['assistant', 'No such model']],
			status: ['failed'],
		});
		expect(read(answer('So far', { error: true })).status).toEqual(['failed']);
	});
});

describe('case 302: a LibreChat chat', () => {
	it('tells the sender where only its name is there', () => {
		expect(
			read(
				librechat(
					{ messageId: 'a', sender: 'User', text: 'Q' },
					{ messageId: 'b', sender: 'GPT-4', text: 'A' },
				),
			).shown,
		).toEqual([
			['user', 'Q'],
			['assistant', 'A'],
		]);
	});

	it('loses nothing by a mark that shows nothing, and a picture as a picture', () => {
		const content = [
			{ type: 'agent_update', agent_update: {} },
			{ type: 'text', text: 'So.' },
		];
		expect(read(librechat({ messageId: 'a', content }))).toMatchObject({
			shown: [['assistant', 'So.']],
			losses: {},
		});
		const picture = [{ type: 'image_url', image_url: {} }];
		expect(
			read(librechat({ messageId: 'a', isCreatedByUser: true, text: 'Q', content: picture })),
		).toMatchObject({
			shown: [['user', 'Q']],
			losses: { image: 1 },
		});
	});
});
