import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { textOf } from '../../../utils/chat/parts.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/control.ts';
import { isCancelKey } from '../../ui/key-of.ts';
import { TooLongNote, useLengthLimit } from '../message/length-limit.tsx';
import { isSendKey, MAX_QUESTION_LENGTH } from '../message/question-keys.ts';
import { useChatServices } from '../services/chat-services.ts';

export interface QuestionEditorProps {
	message: Message;
	/** Called when the new version of the question has been asked. */
	onClose: () => void;
	onCancel: () => void;
}

/** Edits a question in its place. Sending asks a new version; the old one stays beside it. */
export function QuestionEditor({ message, onClose, onCancel }: QuestionEditorProps) {
	const { session } = useChatServices();
	const [text, setText] = useState(textOf(message.parts));
	const box = useRef<HTMLTextAreaElement>(null);
	const refusedLength = useLengthLimit(box);
	// An imported question may be longer than any that is written here.
	const tooLong = refusedLength ?? (text.length > MAX_QUESTION_LENGTH ? text.length : null);
	const canAsk = text.trim() !== '' && text.length <= MAX_QUESTION_LENGTH;

	useEffect(() => {
		if (!box.current) return;
		const { length } = box.current.value;
		box.current.focus();
		box.current.setSelectionRange(length, length);
		box.current.scrollTop = box.current.scrollHeight;
	}, []);

	function ask(): void {
		if (!canAsk) return;
		onClose();
		session.edit(message.id, text.trim());
	}

	return (
		<form
			className="flex flex-col gap-2"
			onSubmit={(event) => {
				event.preventDefault();
				ask();
			}}
		>
			<textarea
				aria-label={i18n.t('chat.newVersion')}
				className={`${CONTROL} field-sizing-content max-h-80 min-h-20 resize-none py-2`}
				dir="auto"
				value={text}
				ref={box}
				onChange={(event) => setText(event.target.value)}
				onKeyDown={(event) => {
					if (isCancelKey(event.nativeEvent)) {
						// Keeps the window from stopping an answer that runs meanwhile.
						event.preventDefault();
						onCancel();
					}
					if (!isSendKey(event.nativeEvent)) return;
					event.preventDefault();
					ask();
				}}
			/>
			{tooLong !== null && <TooLongNote length={tooLong} />}
			<div className="flex justify-end gap-2">
				<Button size="sm" onClick={onCancel}>
					{i18n.t('ui.cancel')}
				</Button>
				<Button size="sm" look="primary" type="submit" disabled={!canAsk}>
					{i18n.t('chat.ask')}
				</Button>
			</div>
		</form>
	);
}
