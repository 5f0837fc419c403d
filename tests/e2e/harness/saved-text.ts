/** An extension page of Playwright's or Puppeteer's. */
interface ExtensionRealm {
	evaluate(read: () => Promise<string>): Promise<string>;
}

/**
 * The text of running answers as far as the background has stored it; empty before the first checkpoint. It is read
 * from the database, since the screen does not show what is stored.
 */
export const readSavedText = (page: ExtensionRealm): Promise<string> =>
	page.evaluate(async () => {
		const [database] = await indexedDB.databases();
		if (database?.name === undefined) return '';
		const opening = indexedDB.open(database.name);
		await new Promise((resolve) => opening.addEventListener('success', resolve));
		const reading = opening.result.transaction('checkpoints').objectStore('checkpoints').getAll();
		await new Promise((resolve) => reading.addEventListener('success', resolve));
		opening.result.close();
		const pieces: { type: string; text: string }[] = reading.result.flatMap(({ growth }) => growth);
		return pieces.map(({ type, text }) => (type === 'text' ? text : '')).join('');
	});
