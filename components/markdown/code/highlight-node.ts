/** Code with what is known of it: text, or a class and what stands in it. Plain data, as it comes from a worker. */
export type HighlightNode = string | [className: string, children: HighlightNode[]];

export interface HighlightRequest {
	id: number;
	code: string;
	language: string;
}

/** `nodes` is null when the language could not be loaded or the code not be read. */
export interface HighlightReply {
	id: number;
	nodes: HighlightNode[] | null;
}
