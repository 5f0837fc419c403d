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
import { makeDraft, makeSlate } from './react-editors.ts';
import { makeTinyMce } from './tinymce.ts';

function makeProseMirror(parent: HTMLElement, text: string): HTMLElement {
	const doc = schema.node('doc', null, [schema.node('paragraph', null, [schema.text(text)])]);
	const plugins = [history(), keymap({ 'Mod-z': undo }), keymap(baseKeymap)];
	return new ProseMirror(parent, { state: EditorState.create({ doc, plugins }) }).dom;
}

function makeLexical(parent: HTMLElement, text: string): HTMLElement {
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
	return root;
}

function makeQuill(parent: HTMLElement, text: string): HTMLElement {
	const quill = new Quill(parent);
	quill.setText(text, 'silent');
	quill.history.clear();
	return quill.root;
}

function makeCodeMirror(parent: HTMLElement, text: string): HTMLElement {
	return new CodeMirror({ doc: text, extensions: minimalSetup, parent }).contentDOM;
}

/** Makes an editor with a text, in a parent. It returns the element in which one types. */
type Make = (parent: HTMLElement, text: string) => HTMLElement | Promise<HTMLElement>;

export const EDITORS: Record<string, Make> = {
	ProseMirror: makeProseMirror,
	Lexical: makeLexical,
	Quill: makeQuill,
	CodeMirror: makeCodeMirror,
	Draft: makeDraft,
	Slate: makeSlate,
	TinyMCE: (parent, text) => makeTinyMce(parent, text, { inline: false }),
	'TinyMCE in the page': (parent, text) => makeTinyMce(parent, text, { inline: true }),
};
