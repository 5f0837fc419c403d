/** The least a page can do with a stream: a paragraph for each blank line, and text appended to the last one. */
export function createBareAppend(host: HTMLElement): (piece: string) => void {
	let node = nextParagraph();

	function nextParagraph(): Text {
		const paragraph = document.createElement('p');
		paragraph.style.whiteSpace = 'pre-wrap';
		host.append(paragraph);
		return paragraph.appendChild(document.createTextNode(''));
	}

	return (piece) => {
		const [first = '', ...others] = piece.split('\n\n');
		node.appendData(first);
		for (const other of others) {
			node = nextParagraph();
			node.appendData(other);
		}
	};
}
