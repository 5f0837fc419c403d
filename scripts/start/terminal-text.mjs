// @ts-check
/**
 * Makes a server's text safe for a terminal: removes the control characters by which a text could move the cursor,
 * change the window, or fill the clipboard.
 * @param {string} text
 */
export const terminalText = (text) => text.replace(/[^\P{Cc}\n\t]/gu, '');
