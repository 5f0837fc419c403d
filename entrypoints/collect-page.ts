import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectPage, type Scope } from '../utils/page/collect/collect-page.ts';
import { inPieces, type KeptPieces, takePiece } from '../utils/page/collect/html-pieces.ts';

/**
 * Is put into a page each time the user attaches it. The page does not see it: extensions have a world of their own. The
 * name differs from the file's, which the build gives to what this returns.
 */
export default defineUnlistedScript(() => {
	// Another window may not have taken all of what it asked for.
	const { piecesOfPages }: { piecesOfPages?: KeptPieces } = Object(globalThis);
	const kept: KeptPieces = piecesOfPages ?? new Map();
	Object.assign(globalThis, {
		piecesOfPages: kept,
		collectShownPage(scope: Scope) {
			const page = collectPage(scope);
			return page && inPieces(page, kept);
		},
		pieceOfShownPage: (id: string, place: number) => takePiece(kept, id, place),
	});
});
