/** Holds the place of a message whose row is still being read. */
export function MessagePlaceholder() {
	return <div className="message h-20" />;
}
