/** How each of the clients is asked. */
export interface Question {
	/** Without `/v1`. */
	url: string;
	model: string;
	content: string;
	/** True when left out. */
	isStreamed?: boolean;
	apiKey?: string;
	/** How often the package `openai` may ask again; never when left out. */
	retries?: number;
	maxTokens?: number;
	/** The client leaves as soon as its text holds this. */
	leaveAt?: string;
}
