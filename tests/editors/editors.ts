/** Editors that pages really use, made as their authors' examples make them. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { EditorView as CodeMirror, minimalSetup } from 'codemirror';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView as ProseMirror } from 'prosemirror-view';
import Quill from 'quill';

function makeProseMirror(parent: HTMLElement, text: string): void {
	const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])]);
	const plugins = [history(), keymap({ 'Mod-z': undo }), keymap(baseKeymap)];
	new ProseMirror(parent, { state: EditorState.create({ doc, plugins }) });
}

function makeLexical(parent: HTMLElement, text: string): void {
	const root = document.createElement('div');
	root.contentEditable = 'true';
	parent.append(root);
	const editor = createEditor({
		onError(error) {
			throw error;
		},
	});
	editor.setRootElement(root);
	registerRichText(editor);
	registerHistory(editor, createEmptyHistoryState(), 0);
	const fill = () => {
		$getRoot().append($createParagraphNode().append($createTextNode(text)));
	};
	editor.update(fill, { discrete: true });
}

function makeQuill(parent: HTMLElement, text: string): void {
	const quill = new Quill(parent);
	quill.setText(text, 'silent');
	quill.history.clear();
}

function makeCodeMirror(parent: HTMLElement, text: string): void {
	new CodeMirror({ doc: text, extensions: minimalSetup, parent });
}

export const EDITORS: Record<string, (parent: HTMLElement, text: string) => void> = {
	ProseMirror: makeProseMirror,
	Lexical: makeLexical,
	Quill: makeQuill,
	CodeMirror: makeCodeMirror,
};
