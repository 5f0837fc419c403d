/** A piece of coloured code: a text, or a class with the pieces in it. It is plain data, since it comes from a worker. */
export type HighlightNode = string | [className: string, children: HighlightNode[]];

export interface HighlightRequest {
	id: number;
	code: string;
	language: string;
}

/** `nodes` is null if the language could not be loaded, or the code could not be read. */
export interface HighlightReply {
	id: number;
	nodes: HighlightNode[] | null;
}
