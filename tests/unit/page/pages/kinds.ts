import type { Words } from './texts.ts';

/**
 * Pages as sites build them. What a person would copy as the page's text is marked by hand with `data-main`, and within it
 * `data-out` marks what he would leave. Both are taken away before a page is read.
 */
export type Kind = (words: Words) => string;

const each = (texts: readonly string[], draw: (text: string, at: number) => string): string =>
	texts.map(draw).join('\n');

function page({ language, heading }: Words, body: string): string {
	const direction = language === 'ar' ? ' dir="rtl"' : '';
	return `<!doctype html><html lang="${language}"${direction}><head><meta charset="utf-8"><title>${heading}</title></head><body>${body}</body></html>`;
}

const menu = ({ around }: Words) =>
	`<nav class="menu"><ul>${each(around.slice(0, 4), (text) => `<li><a href="/x">${text}</a></li>`)}</ul></nav>`;
const footer = ({ around }: Words) =>
	`<footer class="site-footer"><p>${around.at(-1)}</p><ul>${each(around.slice(-4), (text) => `<li><a href="/f">${text}</a></li>`)}</ul></footer>`;
const cookies = ({ around }: Words) =>
	`<div class="cookie-banner" role="dialog"><p>${around[5]}</p><button>OK</button></div>`;
const aside = ({ around }: Words) =>
	`<aside class="sidebar"><h3>${around[3]}</h3><ul>${each(around.slice(3, 7), (text) => `<li><a href="/s">${text}</a></li>`)}</ul></aside>`;
const prose = ({ paragraphs, sections }: Words) =>
	each(
		paragraphs,
		(text, at) => `${at > 0 && at % 2 === 0 ? `<h2>${sections[at / 2 - 1] ?? ''}</h2>` : ''}<p>${text}</p>`,
	);

export const kinds: Readonly<Record<string, Kind>> = {
	article: (words) =>
		page(
			words,
			`<header class="top">${menu(words)}</header><div class="layout"><article class="post"><h1 data-main>${words.heading}</h1><div class="meta">2024-05-11 · 5 min</div><div class="entry-content" data-main>${prose(words)}</div><div class="share">${words.around[4]}</div></article>${aside(words)}</div>${footer(words)}${cookies(words)}`,
		),

	news: (words) =>
		page(
			words,
			`<div id="hdr">${menu(words)}</div><div id="wrap"><div class="col-8"><h1 data-main>${words.heading}</h1><p class="lead" data-main><b>${words.paragraphs[0]}</b></p>${each(words.paragraphs.slice(1), (text, at) => `<p data-main>${text}</p>${at === 1 ? `<div class="related"><a href="/r">${words.around[4]}</a></div>` : ''}`)}</div><div class="col-4 teasers">${each(words.around, (text) => `<div class="teaser"><h4><a href="/t">${text}</a></h4><p>${text}</p></div>`)}</div></div>${footer(words)}`,
		),

	docs: (words) =>
		page(
			words,
			`<header>${menu(words)}</header><div class="docs"><nav class="toc">${each([...words.sections, ...words.items], (text) => `<a href="#x">${text}</a>`)}</nav><main><h1 data-main>${words.heading}</h1><p data-main>${words.paragraphs[0]}</p><h2 data-main>${words.sections[0]}</h2><pre data-main><code class="language-sh">npm install lighthouse\nlighthouse --turn 15</code></pre><p data-main>${words.paragraphs[1]}</p><ul data-main>${each(words.items, (text) => `<li>${text}</li>`)}</ul><p data-main><code>--turn</code> ${words.paragraphs[2]}</p></main></div>${footer(words)}`,
		),

	reference: (words) =>
		page(
			words,
			`${menu(words)}<main><h1 data-main>${words.heading}</h1>${each(words.items, (text, at) => `<section class="method" data-main><h3><code>turn${at}(angle: number): void</code></h3><p>${text}</p><pre><code class="lang-ts">lens.turn${at}(${at * 90});</code></pre></section>`)}<table data-main><thead><tr><th>Name</th><th>Type</th></tr></thead><tbody>${each(words.sections, (text, at) => `<tr><td>angle${at}</td><td>${text}</td></tr>`)}</tbody></table></main>${footer(words)}`,
		),

	forum: (words) =>
		page(
			words,
			`${menu(words)}<div class="thread"><h1 data-main>${words.heading}</h1>${each(words.paragraphs, (text, at) => `<div class="post" id="p${at}"><div class="author"><a href="/u/${at}">user${at}</a></div><div class="body" data-main><p>${text}</p></div><div class="tools"><a href="/q">Quote</a> <a href="/r">Report</a></div></div>`)}</div>${aside(words)}${footer(words)}`,
		),

	comments: (words) =>
		page(
			words,
			`${menu(words)}<table class="comment-tree">${each(words.paragraphs, (text, at) => `<tr><td class="indent" width="${at * 40}"></td><td><div class="comhead"><a href="/u">user${at}</a> 3 hours ago</div><div class="commtext" data-main>${text}</div><div class="reply"><a href="/r">reply</a></div></td></tr>`)}</table>${footer(words)}`,
		),

	questions: (words) =>
		page(
			words,
			`${menu(words)}<div id="content"><h1 data-main>${words.heading}</h1><div class="question"><div class="votes">42</div><div class="text" data-main><p>${words.paragraphs[0]}</p></div></div>${each(words.paragraphs.slice(1, 3), (text, at) => `<div class="answer"><div class="votes">${7 - at}</div><div class="text" data-main><p>${text}</p><pre><code>turn(${at})</code></pre></div><div class="menu"><a href="/s">share</a></div></div>`)}</div>${aside(words)}${footer(words)}`,
		),

	shop: (words) =>
		page(
			words,
			`<header>${menu(words)}<form><input name="q"><button>Search</button></form></header><main class="product"><h1 data-main>${words.heading}</h1><div class="price" data-main>49.90 €</div><button>Add to cart</button><ul class="features" data-main>${each(words.items, (text) => `<li>${text}</li>`)}</ul><div class="description" data-main><p>${words.paragraphs[0]}</p><p>${words.paragraphs[1]}</p></div><table class="specs" data-main><tr><th>${words.sections[0]}</th><td>12 kg</td></tr><tr><th>${words.sections[1]}</th><td>30 cm</td></tr></table></main><aside class="also"><h3>${words.around[3]}</h3>${each(words.around, (text) => `<a href="/p">${text}</a>`)}</aside>${footer(words)}`,
		),

	list: (words) =>
		page(
			words,
			`<header>${menu(words)}</header><main><h1 data-main>${words.heading}</h1><ul class="results">${each([...words.items, ...words.sections, ...words.paragraphs.slice(0, 2)], (text, at) => `<li data-main><h3><a href="/i/${at}">${text}</a></h3><p>${at + 1}. ${words.items[0]}</p></li>`)}</ul></main>${footer(words)}`,
		),

	table: (words) =>
		page(
			words,
			`${menu(words)}<div class="content"><h1 data-main>${words.heading}</h1><p data-main>${words.paragraphs[0]}</p><table class="data" data-main><caption>${words.sections[0]}</caption><tr><th>${words.sections[0]}</th><th>${words.sections[1]}</th><th>2024</th></tr>${each([...words.items, ...words.items, ...words.items], (text, at) => `<tr><td>${text}</td><td>${at * 17}</td><td>${at * 3}</td></tr>`)}</table></div>${footer(words)}`,
		),

	wiki: (words) =>
		page(
			words,
			`<div id="mw-navigation">${menu(words)}${aside(words)}</div><div id="content"><h1 data-main>${words.heading}</h1><div id="bodyContent"><table class="infobox" data-main><tr><th>${words.sections[0]}</th><td>1874</td></tr></table>${each(words.paragraphs, (text, at) => `<p data-main>${text}<sup data-out><a href="#c${at}">[${at + 1}]</a></sup></p>${at === 1 ? `<h2 data-main>${words.sections[0]}</h2>` : ''}`)}</div></div><div id="footer">${footer(words)}</div>`,
		),

	builder: (words) =>
		page(
			words,
			`<div class="x1"><div class="x2">${each(words.around.slice(0, 4), (text) => `<a href="/z"><span>${text}</span></a>`)}</div></div><div class="x3"><div class="x4"><div class="x5" data-main><span style="font-size:40px">${words.heading}</span></div>${each(words.paragraphs, (text) => `<div class="x6"><div class="x7" data-main>${text}</div></div>`)}</div></div><div class="x8">${words.around.at(-1)}</div>`,
		),
};
