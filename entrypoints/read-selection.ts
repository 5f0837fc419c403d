import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../utils/page/collect/read-selection.ts';

/** Is put into a page when the user asks about what is selected there. What this returns is told to the extension. */
export default defineUnlistedScript(() => readSelection());
