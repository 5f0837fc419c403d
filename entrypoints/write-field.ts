import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookAtMarked } from '../utils/page/field/look.ts';
import { writeMarked } from '../utils/page/field/write.ts';

/**
 * Is put into a page when the user wants an answer written there. The page does not see it: extensions have a world of
 * their own. `utils/page/write-field.ts` calls what this leaves there.
 */
export default defineUnlistedScript(() => {
	Object.assign(globalThis, {
		[Symbol.for('lockchat.look')]: lookAtMarked,
		[Symbol.for('lockchat.write')]: writeMarked,
	});
});
