import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectPage, type Scope } from '../utils/page/collect/collect-page.ts';
import { inPieces, type KeptPieces, takePiece } from '../utils/page/collect/html-pieces.ts';
import { ofWorld } from '../utils/page/collect/world.ts';

/**
 * Is put into a page each time the user attaches it. The page does not see it: extensions have a world of their own.
 * `utils/page/read-page.ts` calls what this leaves there.
 */
export default defineUnlistedScript(() => {
	// Another window may not have taken all of what it asked for.
	const kept = ofWorld<KeptPieces>(Symbol.for('lockchat.pieces'), () => new Map());
	Object.assign(globalThis, {
		[Symbol.for('lockchat.collect')](scope: Scope) {
			const page = collectPage(scope);
			return page && inPieces(page, kept);
		},
		[Symbol.for('lockchat.piece')]: (id: string, place: number) => takePiece(kept, id, place),
	});
});
