import type { Ref } from 'react';

interface FilePickerProps {
	ref: Ref<HTMLInputElement>;
	onPicked: (files: readonly File[]) => void;
}

/** What the browser's dialog for choosing files belongs to. Nothing of it is seen. */
export function FilePicker({ ref, onPicked }: FilePickerProps) {
	return (
		<input
			ref={ref}
			type="file"
			multiple
			hidden
			onChange={({ currentTarget }) => {
				onPicked([...(currentTarget.files ?? [])]);
				// The same file can be chosen again.
				currentTarget.value = '';
			}}
		/>
	);
}
