// @ts-check
/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const resultOf = (request) =>
	new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));

/** @returns {Promise<string>} the texts of running answers as far as they are in the database */
export async function savedText() {
	const [info] = await indexedDB.databases();
	if (info?.name === undefined) return '';
	const database = await resultOf(indexedDB.open(info.name));
	const rows = await resultOf(database.transaction('checkpoints').objectStore('checkpoints').getAll());
	database.close();
	const pieces = rows.flatMap(({ growth }) => growth);
	return pieces
		.map((/** @type {{ type: string, text: string }} */ { type, text }) => (type === 'text' ? text : ''))
		.join('');
}
