import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectPage, type Scope } from '../utils/page/collect/collect-page.ts';
import { inPieces, pieceOf } from '../utils/page/collect/html-pieces.ts';

/**
 * Is put into a page when the user attaches it, and stays there for the next time. The page does not see it: extensions
 * have a world of their own. The name differs from the file's, which the build gives to what this returns.
 */
export default defineUnlistedScript(() => {
	Object.assign(globalThis, {
		collectShownPage(scope: Scope) {
			const page = collectPage(scope);
			return page && inPieces(page);
		},
		pieceOfShownPage: pieceOf,
	});
});
