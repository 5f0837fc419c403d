import { livePartsOf } from '../../../utils/chat/live-parts.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import { detectLanguage } from '../../../utils/platform/detect-language.ts';
import { locale } from '../../../utils/platform/texts.ts';
import type { ChatSession } from '../../../utils/run/session/chat-state.ts';
import { speech as speechItem } from '../../../utils/settings/speech.ts';
import { languageOfScript, nextSentences } from './spoken-text.ts';
import { copiedText } from './use-answer.ts';

/** The text of an answer so far, without its reasoning, and whether more will come. Null where the answer is gone. */
function textOfAnswer(session: Pick<ChatSession, 'getState'>, answerId: string) {
	const { messages, runs } = session.getState();
	const message = messages.get(answerId);
	if (!message) return null;
	return {
		text: copiedText(runs.get(answerId)?.parts ?? livePartsOf(message.parts)),
		isFinal: !isRunning(message),
	};
}

async function languageOf(sentence: string): Promise<string> {
	// A sentence in Latin letters needs some length before anybody can tell its language.
	return (
		languageOfScript(sentence) ??
		(sentence.length < 20 ? null : await detectLanguage(sentence).catch(() => null)) ??
		locale
	);
}

/** A voice that was chosen speaks its own language only; for others the browser chooses. */
function voiceFor(language: string, chosen: string | null): SpeechSynthesisVoice | undefined {
	const voice = speechSynthesis.getVoices().find(({ voiceURI }) => voiceURI === chosen);
	return voice?.lang.toLowerCase().startsWith(language.slice(0, 2)) ? voice : undefined;
}

/** How often a growing answer is looked at for whole sentences, in milliseconds. */
const EVERY_MS = 500;

/**
 * Reads an answer aloud, sentence by sentence, also while it still grows.
 *
 * @param onEnd called once, when all is read, the reading was stopped, or the browser has no voice
 * @returns a function that stops it
 */
export function readAloud(
	session: Pick<ChatSession, 'getState'>,
	answerId: string,
	onEnd: () => void,
): () => void {
	let offset = 0;
	let isOver = false;
	const waiting: string[] = [];

	function end(): void {
		if (isOver) return;
		isOver = true;
		clearInterval(timer);
		speechSynthesis.cancel();
		onEnd();
	}

	let isSpeaking = false;

	async function speakNext(): Promise<void> {
		if (isSpeaking || isOver) return;
		const now = textOfAnswer(session, answerId);
		if (!now) return end();
		const { sentences, end: place } = nextSentences(now.text, offset, now.isFinal);
		offset = place;
		waiting.push(...sentences);
		const sentence = waiting.shift();
		if (sentence === undefined) {
			if (now.isFinal) end();
			return;
		}
		isSpeaking = true;
		const utterance = new SpeechSynthesisUtterance(sentence);
		const [language, { rate, voice }] = await Promise.all([languageOf(sentence), speechItem.getValue()]);
		if (isOver) return;
		utterance.lang = language;
		utterance.rate = rate;
		utterance.voice = voiceFor(language, voice) ?? null;
		utterance.onend = () => {
			isSpeaking = false;
			void speakNext();
		};
		utterance.onerror = end;
		speechSynthesis.speak(utterance);
	}

	const timer = setInterval(() => void speakNext(), EVERY_MS);
	speechSynthesis.cancel();
	void speakNext();
	return end;
}
