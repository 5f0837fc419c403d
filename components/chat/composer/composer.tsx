import { lazy, type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { hasPicture } from '../../../utils/chat/parts.ts';
import { isPiece } from '../../../utils/chat/pieces.ts';
import { untilLoaded } from '../../../utils/run/session/until-loaded.ts';
import { isCancelKey } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { TooLongNote, useLengthLimit } from '../message/length-limit.tsx';
import { isSendKey } from '../message/question-keys.ts';
import { useChatServices, useChatState, useTarget } from '../services/chat-services.ts';
import { targetOf } from '../services/targets.ts';
import { AttachButton, ComposerAttachments, useAttachMenu } from './composer-attachments.tsx';
import { Destination } from './destination.tsx';
import { DictateButton, Dictated } from './dictate-button.tsx';
import { SendButton } from './send-button.tsx';
import { useComposerBox } from './use-composer-box.ts';

const WaitingQuestions = lazy(async () => ({
	default: (await import('./waiting-questions.tsx')).WaitingQuestions,
}));
const ContextMeter = lazy(async () => ({ default: (await import('./context-meter.tsx')).ContextMeter }));
const TypedMenus = lazy(async () => ({ default: (await import('./typed-menus.tsx')).TypedMenus }));

/**
 * Where questions are written. It takes keys before anything else of the window is there.
 * @param props.children choose who answers; they stand between the buttons below the text
 */
export function Composer({ children }: { children?: ReactNode }) {
	const services = useChatServices();
	const { session, composer, targets, opened, acting, dictation } = services;
	const target = useTarget();
	const runningAnswerId = useChatState((state) => state.runningAnswerId);
	const isLoading = useChatState((state) => state.isLoading);
	const isThere = useChatState((state) => state.chat !== null);
	const box = useRef<HTMLTextAreaElement>(null);
	const { isEmpty, onInput } = useComposerBox(box);
	/** True once a sign was typed that opens a list, or an action chosen elsewhere: only then what serves them is loaded. */
	const [usesMenus, setUsesMenus] = useState(false);
	if (useSyncExternalStore(acting.subscribe, acting.get) && !usesMenus) setUsesMenus(true);
	const refusedLength = useLengthLimit(box);
	const attachMenu = useAttachMenu();
	const hasImage = useSyncExternalStore(composer.subscribe, () => hasPicture(composer.getAttachments()));
	const canSend = (!isEmpty || hasImage) && (target !== null || isLoading);

	async function send(): Promise<void> {
		// What is sent is what stands there now.
		dictation.set(null);
		// The user can press Enter before the window knows its chat, and before the chat and the settings have been read.
		await opened;
		const { chatId } = session.getState();
		const [settings] = await Promise.all([targets.ready, untilLoaded(session)]);
		if (
			hasPicture(composer.getAttachments()) &&
			(await (await import('../attach/blind-models.ts')).holdBack(services))
		)
			return;
		// A text that is too long for the model is asked about in pieces.
		const askInPieces = composer.getAttachments().some(isPiece)
			? (await import('../attach/ask-in-pieces.ts')).askInPieces
			: null;
		const { chat, runningAnswerId: running } = session.getState();
		// The question was meant for the chat that was shown when the key was pressed. It is asked in no other chat:
		// neither in one that has been opened since, nor in the new chat that replaces one that was deleted or cannot
		// be read.
		if ((chat?.id ?? null) !== chatId) return;
		const text = box.current?.value.trim() ?? '';
		const to = targetOf(chat, targets.getState() ?? settings);
		// Asks the session and not what React has drawn: a second Enter can come before the next drawing.
		const attachments = composer.getAttachments();
		if ((text === '' && !hasPicture(attachments)) || !to) return;
		// The composer is cleared before the question is asked: asking turns a new chat into another one, and what
		// still stood in the box would be left behind as a draft of the new chat.
		composer.clear();
		if (askInPieces) askInPieces(services, { text, target: to, attachments });
		else if (running === null) session.ask(text, to, attachments);
		else session.askLater(text, attachments);
		box.current?.focus();
	}

	return (
		<form
			className="mx-auto w-full max-w-180 px-3 pb-1.5"
			onSubmit={(event) => {
				event.preventDefault();
				void send();
			}}
		>
			{isThere && (
				<Late>
					<WaitingQuestions />
					<ContextMeter />
				</Late>
			)}
			<ComposerAttachments menu={attachMenu} />
			<Dictated />
			{refusedLength !== null && <TooLongNote length={refusedLength} />}
			<div className="relative rounded-lg border border-line bg-bg px-3 pt-2 pb-2 transition-colors focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-soft forced-colors:focus-within:outline-2">
				{usesMenus && (
					<Late otherwise={<ReloadNotice />}>
						<TypedMenus box={box} />
					</Late>
				)}
				<textarea
					ref={box}
					rows={1}
					dir="auto"
					autoComplete="off"
					aria-label={i18n.t('chat.message')}
					placeholder={i18n.t('chat.placeholder')}
					className="field-sizing-content block max-h-[38dvh] min-h-5.5 w-full resize-none bg-transparent outline-none placeholder:text-muted"
					onInput={() => {
						onInput();
						if (/[/@]/.test(box.current?.value ?? '')) setUsesMenus(true);
					}}
					onKeyDown={(event) => {
						if (runningAnswerId !== null && isCancelKey(event.nativeEvent)) {
							event.preventDefault();
							session.stop(runningAnswerId);
						}
						if (!isSendKey(event.nativeEvent)) return;
						event.preventDefault();
						void send();
					}}
				/>
				<div className="@container -mx-1 mt-1.5 flex items-center gap-1">
					<AttachButton menu={attachMenu} />
					{children}
					<DictateButton />
					<SendButton canSend={canSend} runningAnswerId={runningAnswerId} />
				</div>
			</div>
			<Destination />
		</form>
	);
}
