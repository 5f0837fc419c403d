import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The files that read a server's address, and why; nobody else needs to. A name that ends in a slash is a whole room. */
const READERS: Readonly<Record<string, string>> = {
	'utils/lockchat/': 'the client sends requests there',
	'utils/platform/': 'permissions and rules are asked for by address',
	'utils/providers/server-endpoint.ts': 'says of a server where its words go',
	'utils/providers/server-provider.ts': 'asks servers',
	'utils/settings/input/server-url.ts': 'reads the field of the server’s form',
	'utils/settings/input/endpoint-input.ts': 'is the server’s form',
	'utils/settings/presets.ts': 'fills the server’s form',
	'utils/settings/preset-search.ts': 'finds a preset by its address',
	'utils/settings/file/export-settings.ts': 'writes servers into the file of settings',
	'utils/settings/file/read-imported-endpoint.ts': 'reads servers from the file of settings',
	'utils/settings/file/merge-secrets.ts': 'gives a key only to the server that it was given for',
	'utils/settings/input/key-owner.ts': 'says whose key a server would be given',
	'utils/settings/managed.ts': 'reads the servers of an organization’s policy',
	'components/settings/doctor/diagnosis.ts': 'examines the address of the server’s form',
	'components/settings/doctor/examine.ts': 'examines the address of the server’s form',
	'components/settings/doctor/find-address.ts': 'tries other addresses of the server’s form',
	'components/settings/doctor/doctor.ts': 'fills the server’s form with the address that works',
	'components/settings/doctor/doctor-fixes.tsx': 'offers another address for the server’s form',
	'components/settings/doctor/doctor-report.ts': 'writes the address of the server’s form into a report',
	'components/settings/draft/settings-draft.ts': 'is the server’s form',
	'components/settings/endpoints/endpoint-editor.tsx': 'draws the server’s form',
	'components/settings/endpoints/endpoint-item.tsx': 'draws the server’s form',
	'components/settings/presets/preset-input.ts': 'fills the server’s form',
	'components/settings/endpoints/server-warning.tsx': 'is a part of the server’s form',
	'components/settings/fixes/find-servers.ts': 'looks for servers by their presets',
	'components/settings/endpoints/find-servers-panel.tsx': 'fills the server’s form',
	'components/settings/connect/connect-key.tsx': 'says where a key goes',
	'components/settings/connect/connect-local.tsx': 'looks for servers by their presets',
	'components/settings/keys/enter-key.tsx': 'says where a key goes',
	'components/settings/keys/key-entry.tsx': 'says where a key goes',
	'components/settings/keys/key-note.tsx': 'says where a key goes',
	'components/settings/endpoints/managed-item.tsx': 'says where a key goes',
	'components/settings/draft/save-settings.ts': 'holds back a key that is another server’s',
	'components/settings/endpoints/listed-models.tsx': 'finds what the server of the form told of its models',
	'components/settings/connect/use-local-search.ts': 'looks for servers by their presets',
	'components/settings/connect/connect-public.tsx': 'shows a server’s preset',
};

/** Other things that are called `url`: the address of a page, a link or a file. */
const OTHER_THINGS: Readonly<Record<string, string>> = {
	'components/markdown/': 'links in answers',
	'components/chat/composer/tab-menu.tsx': 'the page of another tab',
	'components/chat/message/quote-view.tsx': 'the page of a quotation',
	'components/chat/attach/': 'the page that is attached',
	'components/chat/message/attached-text-view.tsx': 'the page of a part',
	'components/chat/message/use-picture.ts': 'a picture in base64',
	'components/chat/message/picture-view.tsx': 'a picture in base64',
	'components/chat/message/part-box.tsx': 'the page of a part',
	'components/export/': 'the page of a part',
	'components/ui/download-file.ts': 'a file that is downloaded',
	'utils/chat/': 'the page of a quotation',
	'components/chat/write/': 'the page of a field',
	'utils/files/': 'a picture in base64',
	'utils/page/': 'the page of a selection',
	'utils/bar/': 'the page of a selection',
	'utils/settings/actions/action-question.ts': 'the page that an action is used on',
	'utils/store/': 'the page of a quotation',
	'utils/settings/drafts.ts': 'the page of a quotation',
	'utils/settings/held-blobs.ts': 'a picture in base64',
	'utils/run/background/serve-port.ts': 'the page of a port',
	'utils/providers/hosted-model.ts': 'a document of the extension',
};

async function sources(): Promise<string[]> {
	const rooms = await Promise.all(
		['utils', 'components', 'entrypoints'].map(async (room) => {
			const entries = await readdir(resolve(ROOT, room), { recursive: true });
			return entries.map((name) => `${room}/${name.replaceAll('\\', '/')}`);
		}),
	);
	return rooms.flat().filter((name) => /\.tsx?$/.test(name));
}

/** A source without its comments and without what stands in quotes. */
function codeOf(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|'[^'\n]*'/gm, '');
}

describe('the address of a server', () => {
	it('is read in the server’s provider, in its form and where the browser is asked, and nowhere else', async () => {
		const allowed = [...Object.keys(READERS), ...Object.keys(OTHER_THINGS)];
		const readers: string[] = [];
		for (const name of await sources()) {
			if (allowed.some((place) => name === place || (place.endsWith('/') && name.startsWith(place))))
				continue;
			if (/\burl\b/.test(codeOf(await readFile(resolve(ROOT, name), 'utf8')))) readers.push(name);
		}
		expect(readers).toEqual([]);
	});

	it.each(Object.keys({ ...READERS, ...OTHER_THINGS }))('is really read in %s', async (place) => {
		const files = (await sources()).filter((name) => name.startsWith(place));
		const texts = await Promise.all(files.map((name) => readFile(resolve(ROOT, name), 'utf8')));
		expect(texts.some((text) => /\burl\b/.test(codeOf(text)))).toBe(true);
	});
});
