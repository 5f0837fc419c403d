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

applyAppearance();
// Another window, or the settings in this one, has changed it.
addEventListener('storage', ({ key }) => key === 'appearance' && applyAppearance());
