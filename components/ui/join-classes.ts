/** Joins class names into one `class` attribute, and leaves out those that are missing. */
export function joinClasses(...names: (string | false | undefined)[]): string {
	return names.filter(Boolean).join(' ');
}
