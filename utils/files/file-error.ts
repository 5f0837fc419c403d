/** Why a file is not attached. */
export type FileProblem =
	| 'too-large'
	| 'empty'
	| 'binary'
	/** A PDF that opens only with a password. */
	| 'pdf-locked'
	/** A PDF that cannot be opened, or something else under its name. */
	| 'pdf-damaged'
	/** A PDF without any text: it is made of pictures. */
	| 'pdf-scanned'
	| 'pdf-too-large'
	/** A picture that the browser cannot draw, or cannot draw so that it is small enough. */
	| 'picture'
	/** A picture that is too large to be drawn. */
	| 'picture-too-large'
	/** The browser gives no picture of the tab. */
	| 'no-capture'
	/** There is no room for another picture until others were sent or removed. */
	| 'no-room'
	/** The browser could not read it: it is a folder, or was moved since. */
	| 'unreadable'
	/** The question has as many attachments as it may have. */
	| 'too-many'
	/** With it, what is attached would be more than a draft can keep. */
	| 'too-much';

export class FileError extends Error {
	override readonly name = 'FileError';
	readonly code: FileProblem;

	constructor(code: FileProblem, options?: ErrorOptions) {
		super(`The file is not attached: ${code}`, options);
		this.code = code;
	}
}
