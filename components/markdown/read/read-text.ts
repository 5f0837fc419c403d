import type { Lexer } from 'marked';
import type { Inline } from './blocks.ts';
import { closeInline } from './close-inline.ts';
import { isPlain, type ReadInline, readInline } from './read-inline.ts';

export interface Reading {
	lexer: Lexer;
	/** No text to come can change it: formulas may be drawn, code coloured. */
	isSettled: boolean;
	/** The text still grows at the end of this very block. */
	isGrowing: boolean;
	/** Definitions are known that may go again, or are new: what refers to them is read again. */
	hasNewLinks: boolean;
	/** In a table cell `<br>` breaks the line: there is no other way to write that. */
	isCell?: boolean;
}

/** The inline text of one block, closed at its end while it grows. */
export function readText(text: string, reading: Reading): ReadInline & { isProvisional: boolean } {
	if (text !== '' && isPlain(text)) return { content: [text], hasMath: false, isProvisional: false };
	const closed = reading.isGrowing ? closeInline(text) : text;
	const inline = readInline(closed, reading);
	const isWaiting = inline.hasMath && !reading.isSettled;
	return { ...inline, isProvisional: isWaiting || closed !== text || refersToNewLinks(text, reading) };
}

function refersToNewLinks(text: string, reading: Reading): boolean {
	return reading.hasNewLinks && !reading.isSettled && text.includes('[');
}

/** Whether two texts are drawn alike. */
export function isSameContent(left: readonly Inline[], right: readonly Inline[]): boolean {
	return left.length === right.length && left.every((inline, index) => isSame(inline, right[index]));
}

function isSame(left: Inline, right: Inline | undefined): boolean {
	if (left === right) return true;
	if (typeof left === 'string' || right === undefined || typeof right === 'string') return false;
	switch (left.type) {
		case 'strong':
		case 'emphasis':
		case 'strikethrough':
			return right.type === left.type && isSameContent(left.children, right.children);
		case 'code':
			return right.type === 'code' && right.text === left.text;
		case 'break':
			return right.type === 'break';
		case 'math':
			return right.type === 'math' && right.source === left.source && right.isSettled === left.isSettled;
		case 'link':
			return (
				right.type === 'link' &&
				right.href === left.href &&
				right.title === left.title &&
				right.isImage === left.isImage &&
				right.host === left.host &&
				isSameContent(left.children, right.children)
			);
	}
}
