/**
 * A fake of `SpeechRecognition` (https://webaudio.github.io/web-speech-api/): no browser that tests can have has a service
 * behind its own. It keeps to what is specified: one start at a time, all events later than the call that brings them about,
 * results that grow within a recognition and begin anew with the next, an `end` after each `error`. What is "said" comes from the test, by the director beside it.
 */
export function createFakeRecognition({
	available = 'unavailable',
	installs = true,
	refuses = null,
	later = (work) => setTimeout(work),
} = {}) {
	/** The recognition that listens; null while none does. */
	let current = null;
	const log = [];

	class FakeSpeechRecognition {
		lang = '';
		continuous = false;
		interimResults = false;
		processLocally = false;
		onstart = null;
		onresult = null;
		onerror = null;
		onend = null;
		#hasStarted = false;
		#results = [];

		static async available({ langs, processLocally }) {
			log.push(`available ${langs.join()} ${processLocally}`);
			return director.available;
		}
		static async install({ langs }) {
			log.push(`install ${langs.join()}`);
			await director.loading;
			if (director.installs) director.available = 'available';
			return director.installs;
		}

		#tell(type, more = {}) {
			// Listeners by any other way are not the product's.
			this[`on${type}`]?.(Object.assign(new Event(type), more));
		}
		start() {
			if (this.#hasStarted) throw new DOMException('It has started already.', 'InvalidStateError');
			this.#hasStarted = true;
			this.#results = [];
			log.push(`start ${this.lang}${this.processLocally ? ' local' : ''}`);
			later(() => {
				if (!this.#hasStarted) return;
				if (director.refuses !== null) return this.#end(director.refuses);
				current?.#end('aborted');
				current = this;
				this.#tell('start');
			});
		}
		stop() {
			log.push('stop');
			later(() => {
				if (!this.#hasStarted || director.holdsLast) return;
				this.#makeFinal();
				this.#end(null);
			});
		}
		abort() {
			log.push('abort');
			const wasOn = this.#hasStarted;
			this.#hasStarted = false;
			if (current === this) current = null;
			if (wasOn) later(() => this.#tellEnd('aborted'));
		}

		#tellResults(from) {
			const result = ([transcript, isFinal]) => Object.assign([{ transcript, confidence: 0.9 }], { isFinal });
			this.#tell('result', { resultIndex: from, results: this.#results.map(result) });
		}
		/** What is heard of the phrase so far. */
		say(transcript, isFinal = false) {
			const open = this.#results.findIndex(([, isDone]) => !isDone);
			const place = open < 0 ? this.#results.length : open;
			this.#results[place] = [transcript, isFinal];
			this.#results.length = place + 1;
			this.#tellResults(place);
		}
		#makeFinal() {
			const open = this.#results.findIndex(([, isDone]) => !isDone);
			if (open >= 0) this.say(this.#results[open][0], true);
		}
		#tellEnd(error) {
			if (error !== null) this.#tell('error', { error, message: '' });
			this.#tell('end');
		}
		#end(error) {
			this.#hasStarted = false;
			if (current === this) current = null;
			this.#tellEnd(error);
		}
		end(error) {
			this.#end(error);
		}
	}

	const director = {
		available,
		installs,
		/** The error with which each recognition ends instead of starting; null while they start. */
		refuses,
		/** Whether `stop` waits for the test to give the last words. */
		holdsLast: false,
		/** What the browser's loading of a language waits for. */
		loading: Promise.resolve(),
		log,
		isListening: () => current !== null,
		say: (words) => current.say(words),
		makeFinal: (words) => current.say(words, true),
		/** The browser ends the recognition: by itself, or with an error. */
		end: (error = null) => current.end(error),
	};
	return { FakeSpeechRecognition, director };
}
