/** Everything that could run, fetch, send, or change the page. None of it may ever be drawn. */
export const FORBIDDEN = [
	'script, iframe, frame, object, embed, style, link, meta, base, template, dialog, portal, fencedframe',
	'img, picture, source, video, audio, track, image, use, foreignObject, animate, set, feImage',
	'article form, article button[type=submit], article textarea, article select, article [is], article [slot]',
	'article input:not([type=checkbox][disabled]), article [id], article [name], article [contenteditable]',
	'article [src], article [srcset], article [background], article [ping], article [formaction], article [popover]',
	'article svg a, article math[href], article math [href], article maction, article annotation-xml',
	'[autofocus], [onclick], [onerror], [onload], [srcdoc], [action], [xlink\\:href]',
].join(',');

/**
 * Runs in the page, and inspects everything in it.
 *
 * @returns what should not be there, in words
 */
export function inspectWindow(forbidden: string): string[] {
	const problems = new Set<string>();
	for (const element of document.body.querySelectorAll(forbidden)) {
		if (element instanceof HTMLScriptElement && element.parentElement === document.head) continue;
		problems.add(`element ${element.outerHTML.slice(0, 160)}`);
	}
	for (const element of document.querySelectorAll('[role=log] *')) {
		for (const { name, value } of element.attributes) {
			if (name.startsWith('on')) problems.add(`${name}=${value}`);
			if (name === 'style') lookAtStyle(element, value);
		}
	}
	for (const link of document.querySelectorAll('a, area')) {
		const isWeb = /^(?:https?:\/\/|mailto:)/.test(link.getAttribute('href') ?? '');
		const isApart =
			link.getAttribute('target') === '_blank' && /\bnoreferrer\b/.test(link.getAttribute('rel') ?? '');
		if (!isWeb || !isApart) problems.add(`link ${link.outerHTML.slice(0, 160)}`);
	}
	// No part of an answer may cover a control that a person presses.
	for (const name of ['Settings', 'History', 'New chat'])
		lookAtTop(document.querySelector(`[aria-label="${name}"]`));
	lookAtTop(document.querySelector('textarea'));
	if (document.documentElement.scrollWidth > innerWidth + 1) problems.add('the page scrolls sideways');
	if (document.documentElement.scrollHeight > innerHeight + 1) problems.add('the page scrolls');
	return [...problems];

	function lookAtStyle(element: Element, value: string): void {
		const isOurs =
			element.matches('.md-section, .md-group') && /^contain-intrinsic-[a-z-]+:[^;]*;?$/.test(value);
		const isMath =
			element.closest('math') !== null && !/url|image|fixed|sticky|z-index|var\(|expression/.test(value);
		if (!isOurs && !isMath) problems.add(`style ${element.tagName} ${value.slice(0, 120)}`);
	}

	function lookAtTop(element: Element | null): void {
		if (!element) {
			problems.add('a part of the window is gone');
			return;
		}
		const { left, top, width, height } = element.getBoundingClientRect();
		const hit = document.elementFromPoint(left + width / 2, top + height / 2);
		if (!hit || !element.contains(hit))
			problems.add(`${element.ariaLabel} is covered by ${hit?.outerHTML.slice(0, 120)}`);
	}
}
