/**
 * A fake of the global `LanguageModel`, as https://webmachinelearning.github.io/prompt-api specifies it: no browser that
 * the tests can have brings a model along. It keeps to the specified steps as far as the product can tell them apart:
 * validation of prompts, user activation, download events, the context window, aborting, and the exceptions.
 *
 * The model's answer is the last question again, word by word; some words make it do something, see `generate`.
 */

/** Words for the fake, each of which stands for one token. */
const tokensOf = (text) => text.split(/\s+/).filter((word) => word !== '').length;

const ORDER = ['unavailable', 'downloadable', 'downloading', 'available'];

/** As the specification has it: a subclass of DOMException with two numbers. */
class QuotaExceeded extends DOMException {
	constructor(requested, quota) {
		super('The input is too large.', 'QuotaExceededError');
		this.requested = requested;
		this.quota = quota;
	}
}

/** “Validate and canonicalize a prompt”. An empty list is an empty question. */
function canonical(input, hasAppended) {
	const list = typeof input === 'string' ? [{ role: 'user', content: input }] : input;
	if (list.length === 0) return [{ role: 'user', content: '' }];
	return list.map(({ role, content, prefix = false }, index) => {
		if (!['system', 'user', 'assistant'].includes(role)) throw new TypeError(`There is no role ${role}.`);
		if (prefix && (role !== 'assistant' || index < list.length - 1))
			throw new DOMException('Only the last answer can be a prefix.', 'SyntaxError');
		if (role === 'system' && (hasAppended || index > 0)) throw new TypeError('A system prompt stands first.');
		return { role, content, prefix };
	});
}

const usageOf = (messages) => messages.reduce((sum, { content }) => sum + tokensOf(content) + 1, 0);

/** Rejects with the signal's reason as soon as it is aborted. */
function pause(ms, signal) {
	return new Promise((resolve, reject) => {
		signal.throwIfAborted();
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}

/**
 * @param {object} options
 * @param {string} [options.availability] before any download; `available` when left out
 * @param {string[]} [options.languages] those the model knows; English when left out
 * @param {number} [options.contextWindow] in words
 * @param {() => boolean} [options.isActive] whether the user has just done something
 * @param {() => Promise<boolean>} [options.hasDownloaded] what another context has downloaded
 * @param {() => void} [options.onDownloaded]
 * @param {number} [options.stepMs] between two words, or two steps of a download
 * @param {(loaded: number) => Promise<void>} [options.onShare] awaited when a share of a download has been told
 * @param {object[]} [options.log] what was asked, for tests
 */
export function createFakeLanguageModel({
	availability = 'available',
	languages = ['en'],
	contextWindow = 100,
	isActive = () => globalThis.navigator?.userActivation?.isActive ?? false,
	hasDownloaded = async () => false,
	onDownloaded = () => undefined,
	stepMs = 0,
	onShare = async () => undefined,
	log = [],
} = {}) {
	let state = availability;

	async function availabilityOf({ expectedInputs = [], expectedOutputs = [] } = {}) {
		if (ORDER.indexOf(state) > 0 && (await hasDownloaded())) state = 'available';
		const expected = [...expectedInputs, ...expectedOutputs];
		const areKnown = expected.every(
			(part) => part.type === 'text' && (part.languages ?? []).every((tag) => languages.includes(tag)),
		);
		return areKnown ? state : 'unavailable';
	}

	async function download(monitor, signal) {
		const tell = (loaded) =>
			monitor?.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));
		state = 'downloading';
		for (const loaded of [0, 0.25, 0.42, 0.75, 1]) {
			tell(loaded);
			await onShare(loaded);
			await pause(stepMs, signal);
		}
		state = 'available';
		onDownloaded();
	}

	/** The words of an answer. `hold`: silence until it is stopped. `fail-NAME`: that exception. */
	async function generate(words, controller, signal) {
		for (const word of words) {
			await pause(stepMs, signal);
			const [, name] = /^fail-(\w+)$/.exec(word) ?? [];
			if (name !== undefined) throw new DOMException('The fake was told to fail.', name);
			controller.enqueue(`${word} `);
			if (word === 'hold') await pause(2 ** 30, signal);
		}
	}

	class LanguageModel extends EventTarget {
		#messages;
		#destruction = new AbortController();

		constructor(messages) {
			super();
			this.#messages = messages;
		}

		static availability(options) {
			return availabilityOf(options);
		}

		static async params() {
			return { defaultTopK: 3, maxTopK: 128, defaultTemperature: 1, maxTemperature: 2 };
		}

		static async create(options = {}) {
			const { signal = new AbortController().signal, monitor, initialPrompts, temperature, topK } = options;
			signal.throwIfAborted();
			const messages = initialPrompts === undefined ? [] : canonical(initialPrompts, false);
			if ((temperature === undefined) !== (topK === undefined))
				throw new DOMException('Both or neither.', 'NotSupportedError');
			const found = await availabilityOf(options);
			if (found === 'unavailable') throw new DOMException('There is no model.', 'NotSupportedError');
			if (found !== 'available' && !isActive())
				throw new DOMException('A download needs a gesture of the user.', 'NotAllowedError');
			const target = monitor ? new EventTarget() : undefined;
			if (target) monitor(target);
			if (found !== 'available') await download(target, signal);
			signal.throwIfAborted();
			if (usageOf(messages) > contextWindow) throw new QuotaExceeded(usageOf(messages), contextWindow);
			log.push({ created: { ...options, signal: undefined, monitor: undefined } });
			return new LanguageModel(messages);
		}

		get contextUsage() {
			return usageOf(this.#messages);
		}

		get contextWindow() {
			return contextWindow;
		}

		promptStreaming(input, { signal: own } = {}) {
			const signal = AbortSignal.any([this.#destruction.signal, ...(own ? [own] : [])]);
			return new ReadableStream({
				start: async (controller) => {
					try {
						signal.throwIfAborted();
						const asked = canonical(input, this.#messages.length > 0);
						log.push({ asked: input });
						const requested = this.contextUsage + usageOf(asked);
						if (requested > contextWindow) throw new QuotaExceeded(requested, contextWindow);
						this.#messages.push(...asked);
						const last = asked.at(-1);
						const words = last.prefix ? ['and', 'on.'] : last.content.split(' ');
						await generate(words, controller, signal);
						controller.close();
					} catch (error) {
						controller.error(error);
					}
				},
			});
		}

		destroy() {
			log.push({ destroyed: true });
			this.#destruction.abort();
		}
	}

	return LanguageModel;
}
