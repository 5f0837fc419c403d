import { locale } from '../../utils/platform/texts.ts';
import { type SectionPiece, sectionsOf, titleOf } from './chat-sections.ts';
import { escapeHtml, markdownHtml } from './html-blocks.ts';
import type { ShownChat } from './read-chat.ts';

const STYLE = `
:root { color-scheme: light dark; --bg: #fff; --soft: #f5f7f7; --text: #171b1c; --muted: #566163; --line: #dde2e2; --accent: #0b6e69 }
@media (prefers-color-scheme: dark) {
:root { --bg: #151819; --soft: #1d2122; --text: #e7eaea; --muted: #a1abac; --line: #313738; --accent: #58c4bc }
}
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1rem; background: var(--bg); color: var(--text); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem } h2 { font-size: 1rem; margin: 0 }
section { margin-block: 1.5rem }
.user { background: var(--soft); border-radius: 14px; padding: 1rem }
time, .note, summary, cite { color: var(--muted); font-size: .875rem; font-style: normal; font-weight: 400 }
a { color: var(--accent) }
pre, .plain { white-space: pre-wrap }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 8px; padding: .75rem; font: .875rem/1.5 ui-monospace, monospace }
.user pre { background: var(--bg) }
code { font-family: ui-monospace, monospace; font-size: .9em }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line) }
details { border-inline-start: 3px solid var(--line); padding-inline-start: 1rem; margin-block: .75rem }
summary { cursor: pointer }
img { max-width: 100%; height: auto }
.wide { overflow-x: auto }
table { border-collapse: collapse } th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start }
`;

/** Nothing in the file runs or is fetched, whatever stands in the chat. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** The chat as one page that needs nothing else: no script, no picture of elsewhere, no font; light or dark as the reader's system is. */
export function chatHtml(shown: ShownChat): string {
	const title = escapeHtml(titleOf(shown));
	const sections = sectionsOf(shown, { withReasoning: true }).map(({ role, name, createdAt, pieces }) => {
		const head = `<h2>${escapeHtml(name)} ${timeHtml(createdAt)}</h2>`;
		return `<section class="${role}">\n${head}\n${pieces.map(pieceHtml).join('\n')}\n</section>`;
	});
	return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${title}</h1>
${sections.join('\n')}
</body>
</html>
`;
}

/** Messages that came from a file may have no sensible time. */
function timeHtml(createdAt: number): string {
	if (createdAt <= 0) return '';
	const date = new Date(createdAt);
	return `<time datetime="${date.toISOString()}">${escapeHtml(times.format(date))}</time>`;
}

function pieceHtml(piece: SectionPiece): string {
	switch (piece.type) {
		case 'markdown':
			return markdownHtml(piece.text);
		case 'folded': {
			const inner = piece.isCode
				? `<pre dir="auto"><code>${escapeHtml(piece.text)}</code></pre>`
				: markdownHtml(piece.text);
			return `<details><summary dir="auto">${escapeHtml(piece.title)}</summary>\n${inner}\n</details>`;
		}
		case 'quote': {
			const source = [piece.title, piece.url]
				.filter((words) => words !== '')
				.map(escapeHtml)
				.join(' · ');
			const text = piece.text === '' ? '' : `<p dir="auto" class="plain">${escapeHtml(piece.text)}</p>`;
			return `<blockquote>${text}${source === '' ? '' : `<cite dir="auto">${source}</cite>`}</blockquote>`;
		}
		case 'picture':
			return `<p><img src="${escapeHtml(piece.url)}" alt="${escapeHtml(piece.name)}"></p>`;
		case 'note':
			return `<p class="note" dir="auto">${escapeHtml(piece.text)}</p>`;
	}
}
