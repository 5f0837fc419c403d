// @ts-check
/**
 * The look that the user has chosen, put on before the page is painted for the first time: a classic script in the head
 * holds the page up for a moment, and localStorage is the one storage that can be read without waiting. It is the only
 * place where the choice stands. Whatever is broken counts as not chosen.
 */
function applyAppearance() {
	/** @type {{ theme?: unknown, textSize?: unknown, density?: unknown }} */
	let chosen = {};
	try {
		chosen = JSON.parse(localStorage.getItem('appearance') ?? '{}') ?? {};
	} catch {
		// Nothing is chosen then.
	}
	const { theme, textSize, density } = chosen;
	const { dataset, style } = document.documentElement;
	dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
	dataset.density = density === 'compact' ? density : 'normal';
	style.fontSize = typeof textSize === 'number' && textSize >= 75 && textSize <= 200 ? `${textSize}%` : '';
}

/**
 * The texts of the language that the user has chosen, in place of those that the browser chooses: a later script would
 * come after the first of them are read. Texts that are not there, as after an update, are the browser's.
 */
function speakLanguage() {
	/** @type {Record<string, unknown>} */
	let texts = {};
	try {
		texts = JSON.parse(localStorage.getItem('words') ?? '{}').texts ?? {};
	} catch {
		// Nothing is chosen then.
	}
	/** @type {{ i18n: { getMessage(name: string, given?: unknown): string } }} */
	const { i18n } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
	const inBrowsersLanguage = i18n.getMessage;
	i18n.getMessage = (name, given = []) => {
		const text = texts[name];
		if (typeof text !== 'string') return inBrowsersLanguage(name, given);
		const all = [given].flat();
		return text.replace(/\$([1-9])/g, (_, place) => String(all[place - 1] ?? ''));
	};
}

applyAppearance();
if (localStorage.getItem('words') !== null) speakLanguage();
// Another window, or the settings in this one, has changed it.
addEventListener('storage', ({ key }) => key === 'appearance' && applyAppearance());
