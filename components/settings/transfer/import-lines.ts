import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import type { FileFormat, ImportLine, ImportOutcome } from '../../../utils/store/files/chats-file.ts';
import { PROBLEMS } from '../fixes/notice-text.ts';

const FORMATS: Readonly<Record<FileFormat, string>> = {
	lockchat: 'Lockchat',
	chatgpt: 'ChatGPT',
	claude: 'Claude',
	'open-webui': 'Open WebUI',
	librechat: 'LibreChat',
	'page-assist': 'Page Assist',
	chatgptbox: 'ChatGPTBox',
};

/** What an import did, in words; one thing a line. */
export function importLines({ lines, unlisted }: ImportOutcome): string[] {
	const more =
		unlisted > 0 ? [i18n.t('settings.chats.line.unlisted', { count: formatNumber(unlisted) })] : [];
	return [...lines.map(lineText), ...more];
}

function lineText(line: ImportLine): string {
	const name = line.name || i18n.t('settings.chats.nameless');
	switch (line.code) {
		case 'file':
			return i18n.t('settings.chats.line.file', {
				name,
				format: FORMATS[line.format],
				added: formatNumber(line.added),
				extended: formatNumber(line.extended),
				kept: formatNumber(line.kept),
			});
		case 'file-problem':
			return i18n.t('settings.chats.line.file_problem', { name, problem: PROBLEMS[line.problem]().title });
		case 'chat-unreadable':
			return i18n.t('settings.chats.line.chat_unreadable', { name, place: formatNumber(line.place) });
		case 'chat-twice':
			return i18n.t('settings.chats.line.chat_twice', { name });
		case 'chat-empty':
			return i18n.t('settings.chats.line.chat_empty', { name });
		default:
			return countedText(line, { name, count: formatNumber(line.count) });
	}
}

function countedText(
	{ code }: Extract<ImportLine, { count: number }>,
	values: { name: string; count: string },
): string {
	switch (code) {
		case 'messages-added':
			return i18n.t('settings.chats.line.messages_added', values);
		case 'messages-left':
			return i18n.t('settings.chats.line.messages_left', values);
		case 'messages-cut':
			return i18n.t('settings.chats.line.messages_cut', values);
		case 'image':
			return i18n.t('settings.chats.line.image', values);
		case 'attachment':
			return i18n.t('settings.chats.line.attachment', values);
		case 'audio':
			return i18n.t('settings.chats.line.audio', values);
		case 'content':
			return i18n.t('settings.chats.line.content', values);
	}
}
