import { highlightCode } from './highlight-code.ts';
import type { HighlightReply, HighlightRequest } from './highlight-node.ts';

addEventListener('message', async ({ data }: MessageEvent<HighlightRequest>) => {
	const reply: HighlightReply = { id: data.id, nodes: await highlightCode(data.code, data.language) };
	postMessage(reply);
});
