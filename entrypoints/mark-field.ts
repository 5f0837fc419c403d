import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { markFocused } from '../utils/page/field/mark.ts';

/** Is put into a page when the user asks about a field in it. What this returns is told to the extension. */
export default defineUnlistedScript(() => markFocused());
