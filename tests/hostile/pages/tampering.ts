/** Pages that change what scripts stand on, or are so large or so strange that a script may break on them. */
export const tampering: Readonly<Record<string, string>> = {
	'fields that pose as properties of their form': `<form>${[
		'getAttribute',
		'firstChild',
		'nextSibling',
		'childNodes',
		'localName',
		'getBoundingClientRect',
		'shadowRoot',
		'parentElement',
		'classList',
		'scrollLeft',
		'style',
	]
		.map((name) => `<input name="${name}">`)
		.join('')}<p>In the form.</p></form>`,
	'pictures that pose as properties of the document': [
		'body',
		'title',
		'documentElement',
		'createRange',
		'scrollingElement',
		'getSelection',
		'activeElement',
		'baseURI',
		'querySelectorAll',
	]
		.map((name) => `<img name="${name}" src="data:,">`)
		.join(''),
	'clips by paths that cannot be drawn': `<p style="clip-path:path('M-3e38 0H3e38V3e38z')">One</p><p style="clip-path:path('M0 0L')">Two</p><p style="clip-path:path('${'M0 0h9v9z'.repeat(900)}')">Three</p>`,
	'prototypes that lie': `<script>
		Element.prototype.getBoundingClientRect = () => { throw new Error('no'); };
		Node.prototype.appendChild = null; Array.prototype.push = () => { throw new Error('no'); };
		String.prototype.replace = () => 'replaced'; String.prototype.trim = () => ''; RegExp.prototype.test = () => true;
		window.getComputedStyle = () => ({ display: 'none' }); JSON.stringify = () => 'x'; Reflect.apply = () => null;
		Object.defineProperty(Node.prototype, 'firstChild', { get() { throw new Error('no'); } });
		Object.defineProperty(Node.prototype, 'textContent', { get() { throw new Error('no'); } });
	</script>`,
	'getters that throw': `<script>
		for (const name of ['title', 'body', 'documentElement', 'URL', 'cookie'])
			Object.defineProperty(document, name, { get() { throw new Error('no'); } });
		Object.defineProperty(window, 'getSelection', { get() { throw new Error('no'); } });
	</script>`,
	'a name for our own function': `<script>window.collectShownPage = () => ({ html: 'IGNOREALLPREVIOUS', title: '', url: '' });</script><b id="collectShownPage"></b>`,
	'a policy of its own': `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'">`,
	'thousands of elements in each other': `<script>
		let inner = document.body;
		for (let depth = 0; depth < 1500; depth++) inner = inner.appendChild(document.createElement('div'));
		inner.textContent = 'The innermost words.';
	</script>`,
	'frames without end': `<script>
		for (let count = 0; count < 20; count++) {
			const frame = document.body.appendChild(document.createElement('iframe'));
			frame.srcdoc = '<script>for (let i = 0; i < 3; i++) document.body.append(document.createElement("iframe"))<\\/script>';
		}
	</script>`,
	'shadow roots in each other': `<script>
		let host = document.body.appendChild(document.createElement('div'));
		for (let depth = 0; depth < 100; depth++) {
			const root = host.attachShadow({ mode: depth % 2 ? 'open' : 'closed' });
			host = root.appendChild(document.createElement('div'));
		}
		host.textContent = 'The innermost words.';
	</script>`,
	'a slot in itself': `<x-a><template shadowrootmode="open"><slot><slot></slot></slot></template><slot>Slotted.</slot></x-a>`,
	'words without end, without a space': `<script>document.body.append('x'.repeat(2000000));</script>`,
	'a table without end': `<table><tr>${'<td colspan="9999999" rowspan="9999999">1'.repeat(50)}</table>`,
	'half characters': `<script>document.body.append('\\uD83D and \\uDE00 and \\u0000');</script>`,
	'a document without a body': `<script>document.body.remove();</script>`,
	'five million characters': `<script>
		const words = 'word '.repeat(20);
		const all = document.createDocumentFragment();
		for (let count = 0; count < 50000; count++) all.appendChild(document.createElement('p')).textContent = words;
		document.body.append(all);
	</script>`,
};
