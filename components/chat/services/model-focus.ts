import { i18n } from '#i18n';

/** Takes the user to the choice of a model, and opens it where the browser can. The choice is found by its accessible name. */
export function focusModelPicker(): void {
	const name = i18n.t('chat.model');
	const picker = [...document.querySelectorAll<HTMLElement>('select, [role=combobox], [aria-haspopup]')].find(
		(element) => element.getAttribute('aria-label')?.startsWith(name),
	);
	picker?.focus();
	if (picker instanceof HTMLSelectElement) picker.showPicker?.();
	else picker?.click();
}
