/** What a drawn text consists of: plain data, made from Markdown, drawn by components that know nothing of it. */
/** Text, or something in it. Raw HTML is text. */
export type Inline = string | Span | Code | Break | Link | Formula;

interface Span {
	type: 'strong' | 'emphasis' | 'strikethrough';
	children: Inline[];
}

interface Code {
	type: 'code';
	text: string;
}

interface Break {
	type: 'break';
}

/** A link that may be followed, or an image, which is drawn as one. */
export interface Link {
	type: 'link';
	/** An absolute address of http, https or mailto. */
	href: string;
	title: string | null;
	isImage: boolean;
	/** The target's host, where the text could make the reader expect another. */
	host: string | null;
	children: Inline[];
}

export interface Formula {
	type: 'math';
	/** TeX, without its delimiters. */
	tex: string;
	/** The formula as it was written, with its delimiters. This is shown until the formula can be drawn. */
	source: string;
	isDisplay: boolean;
	isSettled: boolean;
}

/** What every block has. A block stays the same object for as long as its source stays the same. */
interface Piece {
	/** The Markdown it was read from. */
	raw: string;
	/** True if the block could read differently once the text has gone on, so that it is read again each time. */
	isProvisional: boolean;
}

export interface Paragraph extends Piece {
	type: 'paragraph';
	content: Inline[];
}

export interface Heading extends Piece {
	type: 'heading';
	/** The level as written, from 1 to 6. */
	level: number;
	content: Inline[];
}

export interface CodeBlock extends Piece {
	type: 'code';
	/** The first word of the info string; empty when there is none. */
	language: string;
	/** The code in pieces of a few kB: see `extendSpans`. */
	spans: readonly string[];
	/** True if nothing more will come. */
	isSettled: boolean;
}

export interface Quote extends Piece {
	type: 'quote';
	blocks: Block[];
}

export interface List extends Piece {
	type: 'list';
	/** The first number; null for bullets. */
	start: number | null;
	isLoose: boolean;
	items: ListItem[];
}

export interface ListItem extends Piece {
	/** Null when the item is no task. */
	isChecked: boolean | null;
	blocks: Block[];
}

export type Align = 'left' | 'center' | 'right' | null;

export interface Table extends Piece {
	type: 'table';
	align: Align[];
	header: TableRow;
	rows: TableRow[];
}

export interface TableRow extends Piece {
	cells: Inline[][];
}

interface Rule extends Piece {
	type: 'rule';
}

export interface MathBlock extends Piece {
	type: 'math';
	content: Formula;
}

/** Raw HTML, and what is too large or too deep to be read. */
export interface PlainBlock extends Piece {
	type: 'plain';
	spans: readonly string[];
}

export type Block = Paragraph | Heading | CodeBlock | Quote | List | Table | Rule | MathBlock | PlainBlock;

/** Blocks in groups: a group that did not change is not looked into. */
export type Groups<T> = readonly (readonly T[])[];

/** Cuts `items` into groups of `size`, and keeps each previous group whose members are the same objects. */
export function regroup<T>(items: readonly T[], size: number, previous: Groups<T> = []): Groups<T> {
	const groups: (readonly T[])[] = [];
	for (let start = 0; start < items.length; start += size) {
		const group = items.slice(start, start + size);
		const old = previous[groups.length];
		groups.push(old && isSameGroup(old, group) ? old : group);
	}
	return groups;
}

/** Whether both arrays have the same members. */
export function isSameGroup<T>(left: readonly T[], right: readonly T[]): boolean {
	return left.length === right.length && left.every((item, index) => item === right[index]);
}
