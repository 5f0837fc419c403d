/** Editors for React. Draft asks of it what version 19 no longer has, so that the page is bundled with version 18. */
import { ContentState, Editor, EditorState, RichUtils } from 'draft-js';
import { createElement, type KeyboardEvent, type ReactElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

function DraftEditor({ text }: { text: string }) {
	const [editorState, setState] = useState(() =>
		EditorState.createWithContent(ContentState.createFromText(text)),
	);
	const handleKeyCommand = (command: string) => {
		const next = RichUtils.handleKeyCommand(editorState, command);
		if (next) setState(next);
		return next ? 'handled' : 'not-handled';
	};
	return createElement(Editor, { editorState, onChange: setState, handleKeyCommand });
}

function draw(parent: HTMLElement, element: ReactElement): HTMLElement {
	flushSync(() => createRoot(parent).render(element));
	const field = parent.querySelector<HTMLElement>('[contenteditable]');
	if (!field) throw new Error('The editor was not drawn.');
	return field;
}

export const makeDraft = (parent: HTMLElement, text: string): HTMLElement =>
	draw(parent, createElement(DraftEditor, { text }));

/** It leaves the keys of its history to the page. */
export function makeSlate(parent: HTMLElement, text: string): HTMLElement {
	const editor = withHistory(withReact(createEditor()));
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== 'z' || !event.ctrlKey) return;
		event.preventDefault();
		editor.undo();
	};
	const initialValue = [{ type: 'paragraph', children: [{ text }] }];
	const children = createElement(Editable, { onKeyDown });
	return draw(parent, createElement(Slate, { editor, initialValue, children }));
}
