const OS = [
	'android',
	'aix',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'sunos',
	'win32',
];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];
const LIBC = { musl: 'musl', gnu: 'glibc' };

/** The platform that a package is for, found by the words of its name. */
function platformOf(name) {
	const words = name.split(/[/\-.]/);
	const os = name === 'fsevents' ? ['darwin'] : OS.filter((word) => words.includes(word));
	const cpu = CPU.filter(
		(word) =>
			words.includes(word) || words.includes(`${word}v7`) || (word === 'arm' && words.includes('gnueabihf')),
	);
	const libc = Object.keys(LIBC).filter((word) => words.includes(word));
	return {
		...(os.length > 0 && { os }),
		...(cpu.length > 0 && { cpu }),
		...(libc.length > 0 && { libc: libc.map((word) => LIBC[word]) }),
	};
}

/** The version at which a range such as `~2.3.3` starts. */
const versionOf = (range) => range.replace(/^[~^>=\s]+/, '');

/** Every `node_modules` folder in which Node looks for what the package at `path` requires, nearest first. */
function foldersFrom(path) {
	const parts = path.split('/node_modules/');
	const nested = parts.map(
		(_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules`,
	);
	return [...nested, 'node_modules'];
}

/** Where the package `name` belongs: beside an installed package of the same parent, else at the top, and below its parent if that place is taken. */
function placeFor(packages, parentPath, name) {
	const siblings = Object.keys(packages[parentPath].optionalDependencies);
	const folder = foldersFrom(parentPath).find((folder) =>
		siblings.some((sibling) => packages[`${folder}/${sibling}`]),
	);
	if (folder) return `${folder}/${name}`;
	return packages[`node_modules/${name}`] ? `${parentPath}/node_modules/${name}` : `node_modules/${name}`;
}

/** Adds what is missing to a parsed lock file, in place; returns the paths added. */
export function completeLock(lock) {
	const { packages } = lock;
	const added = [];
	for (const [parentPath, parent] of Object.entries({ ...packages })) {
		for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
			const platform = platformOf(name);
			const isThere = foldersFrom(parentPath).some((folder) => {
				const version = packages[`${folder}/${name}`]?.version;
				return version && (/^[~^>]/.test(range) || version === range);
			});
			if (isThere || Object.keys(platform).length === 0) continue;
			const path = placeFor(packages, parentPath, name);
			packages[path] = {
				version: versionOf(range),
				...(parent.dev && { dev: true }),
				optional: true,
				...platform,
			};
			added.push(path);
		}
	}
	lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
	return added;
}
