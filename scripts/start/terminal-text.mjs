// @ts-check
/**
 * What a server wrote, fit for a terminal: without the control characters by which text could move the cursor, change
 * the window or fill the clipboard.
 * @param {string} text
 */
export const terminalText = (text) => text.replace(/[^\P{Cc}\n\t]/gu, '');
