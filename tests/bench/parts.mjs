// @ts-check
import { attach } from './parts/attach.mjs';
import { drawing } from './parts/drawing.mjs';
import { exporting } from './parts/export.mjs';
import { firstToken } from './parts/first-token.mjs';
import { longChat } from './parts/long-chat.mjs';
import { manyChats } from './parts/many-chats.mjs';
import { open } from './parts/open.mjs';
import { relay } from './parts/relay.mjs';
import { rest } from './parts/rest.mjs';
import { search } from './parts/search.mjs';
import { stream } from './parts/stream.mjs';

/** @import { Part } from './types.ts' */

/**
 * What the bench can measure, each in a browser of its own.
 * @type {Record<string, Part>}
 */
export const parts = {
	open,
	'first-token': firstToken,
	drawing,
	stream,
	relay,
	'long-chat': longChat,
	'many-chats': manyChats,
	search,
	export: exporting,
	attach,
	rest,
};
