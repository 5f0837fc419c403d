import type { Browser } from 'puppeteer-core';
import { evaluatePrivileged } from './privileged-script.ts';

/** How long an answer of the sidebar is waited for, in milliseconds: a frame that another process takes over never gives one. */
const TELLS_WITHIN_MS = 5000;

/**
 * Evaluates an expression in the window's real sidebar. There is no value while there is no sidebar, and where the
 * expression cannot be evaluated yet, as in a page whose head alone has come. No protocol reaches into a sidebar, so this
 * uses a frame script.
 */
export const inSidebar = (browser: Browser, expression: string) =>
	evaluatePrivileged(
		browser,
		`new Promise((resolve) => {
			const panel = SidebarController.browser?.contentDocument?.querySelector('browser');
			if (!panel?.currentURI?.spec.endsWith('/sidepanel.html')) return resolve(null);
			setTimeout(resolve, ${TELLS_WITHIN_MS}, null);
			const { messageManager } = panel;
			messageManager.addMessageListener('told', function take({ data }) {
				messageManager.removeMessageListener('told', take);
				resolve(data);
			});
			const script = ${JSON.stringify(`sendAsyncMessage('told', (() => { try { return ${expression}; } catch { return null; } })())`)};
			messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
		})`,
	);

/** All that the sidebar shows. */
export const sidebarText = (browser: Browser) =>
	inSidebar(browser, "content.document.getElementById('root').innerText");
