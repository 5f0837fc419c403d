import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';

interface ImportButtonProps {
	label: string;
	/** The kinds of files that the browser's dialog shows, as `accept` has them. */
	accept: string;
	/** Whether several files can be chosen at once. */
	multiple?: boolean;
	/** Called with at least one file. */
	onFiles: (files: readonly File[]) => void;
}

/** A button that opens the browser's dialog for files. */
export function ImportButton({ label, accept, multiple = false, onFiles }: ImportButtonProps) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<Button className="self-start" onClick={() => input.current?.click()}>
				<Upload size={16} aria-hidden="true" />
				{label}
			</Button>
			<input
				ref={input}
				type="file"
				accept={accept}
				multiple={multiple}
				hidden
				onChange={({ target }) => {
					const files = [...(target.files ?? [])];
					if (files.length > 0) onFiles(files);
					// Without this, choosing the same file once more would be no change, and nothing would happen.
					target.value = '';
				}}
			/>
		</>
	);
}
