/** What stands in the photo's EXIF data: nobody but its owner may read it. */
export const PLACE = 'GPS-OF-MY-HOME';

/** Runs in a page: makes a large photo (JPEG, 4,000 × 3,000) with EXIF data, as base64. */
export async function makePhoto(place: string): Promise<string> {
	const canvas = document.createElement('canvas');
	Object.assign(canvas, { width: 4000, height: 3000 });
	const context = canvas.getContext('2d');
	if (!context) throw new Error('Nothing can be drawn here.');
	const colours = context.createLinearGradient(0, 0, 4000, 3000);
	colours.addColorStop(0, 'teal');
	colours.addColorStop(1, 'gold');
	context.fillStyle = colours;
	context.fillRect(0, 0, 4000, 3000);
	context.fillStyle = 'white';
	context.font = '700px sans-serif';
	context.fillText('Lockchat', 300, 1700);
	const photo = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
	if (!photo) throw new Error('Nothing was drawn.');
	const bytes = new Uint8Array(await photo.arrayBuffer());
	const exif = new TextEncoder().encode(`Exif\0\0${place}`);
	const head = [0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2, ...exif];
	let binary = '';
	for (const byte of head) binary += String.fromCharCode(byte);
	for (const byte of bytes.subarray(2)) binary += String.fromCharCode(byte);
	return btoa(binary);
}
