import { useEffect, useRef } from 'react';
import { drawEach } from '../../ui/draw-each.ts';

/** What an import did, line by line. It takes the focus when it appears, so that it is read out. */
export function Report({ label, lines }: { label: string; lines: readonly string[] }) {
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => list.current?.focus(), []);
	return (
		<ul
			ref={list}
			tabIndex={-1}
			aria-label={label}
			className="max-h-80 list-disc overflow-y-auto ps-5 text-sm break-words"
		>
			{drawEach(lines, (line, place) => (
				<li key={place} dir="auto">
					{line}
				</li>
			))}
		</ul>
	);
}
