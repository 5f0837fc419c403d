/** The types of the Lockchat client: the one file of it that the rest of the project may import anywhere. */

/** A server that speaks the OpenAI-compatible protocol, as the user set it up. */
export interface Endpoint {
	id: string;
	name: string;
	/**
	 * Base address with or without `/v1`, and without the path of a method: `http://127.0.0.1:11434`. A path that
	 * names no version and ends in `/chat/completions` is asked as it stands, and so is any address that ends in `#`.
	 */
	url: string;
	/** Of the addresses that `url` may mean, the one that has answered. One of another `url` counts for nothing. */
	base?: string;
	models: string[];
	supportsStream: boolean;
	/** True if the server was set up with a key, which is stored elsewhere. Without the key the server is not asked. */
	needsAuth: boolean;
	/** Sent with every request, by name; the values are secrets. */
	headers?: Record<string, string>;
	/** True if the server keeps a stream whose reader is gone, as the check found out. False when left out. */
	isResumable?: boolean;
	/** What its models were found to need, by the model's name: `ModelQuirks` as they are stored. */
	quirks?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * What a model was found to need, by the complaints of its endpoint. JSON; a field is left out while nothing of the kind
 * is known.
 */
export interface ModelQuirks {
	/** Parameters that it refuses, by their names in the protocol: they are not sent. */
	without?: readonly string[];
	/** The model calls the limit on an answer's length `max_completion_tokens`. */
	hasNewLimit?: true;
	/** The model is asked for whole answers, because it may not stream. */
	isUnstreamed?: true;
	/** The field in which the reasoning of earlier answers is passed back; empty where that is not wanted any more. */
	reasoningField?: string;
	/** The model has no system role, so the system prompt stands before the first question. */
	foldsSystemPrompt?: true;
	/** The dialect in which its effort is asked for, of those that `effort.ts` knows; `none` where it takes none. */
	dialect?: string;
	/**
	 * How a partial answer is gone on with. `prefix`: the partial answer is marked as one. `question`: a user turn
	 * asks for the rest.
	 */
	continuesBy?: 'prefix' | 'question';
}

/** What a model can take or do besides text. */
export const ABILITIES = ['vision', 'tools', 'reasoning'] as const;
export type Ability = (typeof ABILITIES)[number];

/** What an endpoint tells of one of its models. What it does not tell is left out: that a model cannot is never told. */
export interface ModelDetails {
	/** The name by which the model is asked. */
	id: string;
	/** How many tokens a question with all before it, and its answer, may have. */
	contextTokens?: number;
	/** In the order of `ABILITIES`. */
	abilities?: readonly Ability[];
	/** US dollars for a million tokens, of the question and of the answer; 0 where they cost nothing. */
	price?: { input: number; output: number };
}

export interface ChatMessage {
	role: 'system' | 'user' | 'assistant';
	content: string;
	/** Pictures that a question shows, as `data:` addresses in base64. */
	images?: readonly string[];
	/** What an assistant thought before its answer. It is sent only to models that demand it. */
	reasoning?: string;
}

/** How much a model is to reason before it answers. */
export const EFFORTS = ['off', 'low', 'medium', 'high'] as const;
export type Effort = (typeof EFFORTS)[number];

/** How a model is to answer. What is left out is not sent, so that the model's own choice holds. */
export interface Parameters {
	/** 0 to 2. */
	temperature?: number;
	/** The most tokens that an answer may have, at least 1. */
	maxTokens?: number;
	/** 0 to 1. */
	topP?: number;
	/** Texts before which the answer ends. */
	stop?: readonly string[];
	/** The same seed makes the same answer, as far as a server can. An integer. */
	seed?: number;
	/** -2 to 2. */
	presencePenalty?: number;
	/** -2 to 2. */
	frequencyPenalty?: number;
	/**
	 * Parameters that only some servers have, by the names that they know, as JSON. They replace the parameters above
	 * where both name the same. They cannot replace what makes up the request itself: the model, the messages, the
	 * stream.
	 */
	extra?: Readonly<Record<string, unknown>>;
}

export interface CompletionRequest extends Omit<Parameters, 'temperature'> {
	endpoint: Endpoint;
	apiKey?: string;
	model: string;
	messages: ChatMessage[];
	/**
	 * 0 to 2; 0.7 when left out, which is the default of the Lockchat provider. Null sends none, so that the model's
	 * own holds.
	 */
	temperature?: number | null;
	/** Left out, the model's own choice holds. Each server is asked in its own dialect. */
	effort?: Effort;
	/** True when left out, unless the endpoint cannot stream. */
	stream?: boolean;
	/**
	 * The name under which a resumable endpoint keeps the stream. It is sent to no other endpoint, as few allow for
	 * it in their CORS headers. A stream of this name that is still being written ends.
	 */
	conversationId?: string;
	/** True asks a streaming server to count tokens (`stream_options`). False when left out, since some servers refuse it. */
	includeUsage?: boolean;
}

/** Tokens, as the server counted them. */
export interface Usage {
	promptTokens: number;
	completionTokens: number;
	totalTokens: number;
	/** How many of the completion's tokens were reasoning; left out where the server does not say. */
	reasoningTokens?: number;
	/** What it cost, in US dollars, as OpenRouter and others tell it; left out where the server does not say. */
	cost?: number;
}

/**
 * What the client is doing before the first token. `accepted`: the server has taken the request. `queued`: it has
 * also sent signs of life since. `retryAt` is milliseconds since the epoch.
 */
export interface CompletionStatus {
	type: 'status';
	status: 'connecting' | 'accepted' | 'queued' | 'loading-model' | 'retrying';
	retryAt?: number;
}

/**
 * All text of this answer so far was reasoning: the model's prompt held the opening tag, and the closing one has come
 * only now. The answer itself begins behind this event. What came in other types stays as it is.
 */
export interface Retype {
	type: 'retype';
	from: 'text';
	to: 'reasoning';
	/** True if this also holds for the text that `resumeCompletion` was given, because it came from the same stream. */
	coversEarlier?: true;
}

/** The request was accepted in another way than at first: what is now known of this endpoint and model. */
export interface Learned {
	type: 'learned';
	quirks: ModelQuirks;
}

/**
 * Something that a reader of the answer should know, beside how it ended.
 *
 * - `gap`: something in the middle of the stream was unreadable and was skipped, so that words may be missing.
 * - `asked-without`: the model refused these parameters, and was asked again without them.
 * - `asked-unstreamed`, `reasoning-passed-back`, `system-prompt-folded`, `continued-otherwise`: it was asked again in this
 *   way, since the server refused the first one; see `ModelQuirks`.
 * - `tools-asked`: beside its words the model called these tools, which it was not offered; the names may be unknown.
 * - `unused-settings`: these were chosen, and what answers takes none of them.
 * - `prompt-cut`: the server read fewer tokens than it was sent, both counted roughly.
 */
export type CompletionNote =
	| { code: 'gap' }
	| { code: 'asked-without' | 'tools-asked' | 'unused-settings'; names: string[] }
	| { code: 'asked-unstreamed' | 'reasoning-passed-back' | 'system-prompt-folded' | 'continued-otherwise' }
	| { code: 'prompt-cut'; readTokens: number; sentTokens: number };

/** One step of a completion. The last one is always `end`, unless the generator throws. */
export type CompletionEvent =
	| CompletionStatus
	| { type: 'text'; text: string }
	| { type: 'reasoning'; text: string }
	| { type: 'refusal'; text: string }
	| Retype
	| { type: 'usage'; usage: Usage }
	| { type: 'note'; note: CompletionNote }
	| Learned
	| { type: 'end'; finishReason: string | null };

/** What is known of an answer already: its words, by the type of the events that brought them. */
export type Said = Record<'text' | 'reasoning' | 'refusal', string>;
