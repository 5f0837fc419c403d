/** A language for which code can be coloured: its name in highlight.js, what people call it, and other names that models write. */
interface Language {
	id: string;
	label: string;
	aliases: string;
}

const LANGUAGES: readonly Language[] = [
	{ id: 'bash', label: 'Bash', aliases: 'sh shell zsh console shellsession terminal' },
	{ id: 'c', label: 'C', aliases: 'h' },
	{ id: 'clojure', label: 'Clojure', aliases: 'clj edn' },
	{ id: 'cmake', label: 'CMake', aliases: '' },
	{ id: 'cpp', label: 'C++', aliases: 'c++ cc cxx hpp hxx h++ arduino' },
	{ id: 'csharp', label: 'C#', aliases: 'cs c#' },
	{ id: 'css', label: 'CSS', aliases: '' },
	{ id: 'dart', label: 'Dart', aliases: '' },
	{ id: 'diff', label: 'Diff', aliases: 'patch' },
	{ id: 'dockerfile', label: 'Dockerfile', aliases: 'docker' },
	{ id: 'elixir', label: 'Elixir', aliases: 'ex exs' },
	{ id: 'erlang', label: 'Erlang', aliases: 'erl' },
	{ id: 'fsharp', label: 'F#', aliases: 'fs f#' },
	{ id: 'go', label: 'Go', aliases: 'golang' },
	{ id: 'gradle', label: 'Gradle', aliases: '' },
	{ id: 'graphql', label: 'GraphQL', aliases: 'gql' },
	{ id: 'groovy', label: 'Groovy', aliases: '' },
	{ id: 'haskell', label: 'Haskell', aliases: 'hs' },
	{ id: 'http', label: 'HTTP', aliases: 'https' },
	{ id: 'ini', label: 'INI', aliases: 'toml conf cfg' },
	{ id: 'java', label: 'Java', aliases: 'jsp' },
	{ id: 'javascript', label: 'JavaScript', aliases: 'js jsx mjs cjs node' },
	{ id: 'json', label: 'JSON', aliases: 'jsonc json5 jsonl' },
	{ id: 'julia', label: 'Julia', aliases: 'jl' },
	{ id: 'kotlin', label: 'Kotlin', aliases: 'kt kts' },
	{ id: 'latex', label: 'LaTeX', aliases: 'tex' },
	{ id: 'less', label: 'Less', aliases: '' },
	{ id: 'lisp', label: 'Lisp', aliases: 'elisp emacs-lisp' },
	{ id: 'lua', label: 'Lua', aliases: '' },
	{ id: 'makefile', label: 'Makefile', aliases: 'make mk' },
	{ id: 'markdown', label: 'Markdown', aliases: 'md mdx' },
	{ id: 'matlab', label: 'MATLAB', aliases: 'octave' },
	{ id: 'nginx', label: 'nginx', aliases: 'nginxconf' },
	{ id: 'nix', label: 'Nix', aliases: '' },
	{ id: 'objectivec', label: 'Objective-C', aliases: 'objc objective-c mm' },
	{ id: 'ocaml', label: 'OCaml', aliases: 'ml' },
	{ id: 'perl', label: 'Perl', aliases: 'pl pm' },
	{ id: 'php', label: 'PHP', aliases: '' },
	{ id: 'powershell', label: 'PowerShell', aliases: 'ps ps1 pwsh' },
	{ id: 'protobuf', label: 'Protocol Buffers', aliases: 'proto' },
	{ id: 'python', label: 'Python', aliases: 'py py3 python3 ipython' },
	{ id: 'r', label: 'R', aliases: 'rscript' },
	{ id: 'ruby', label: 'Ruby', aliases: 'rb' },
	{ id: 'rust', label: 'Rust', aliases: 'rs' },
	{ id: 'scala', label: 'Scala', aliases: '' },
	{ id: 'scss', label: 'SCSS', aliases: 'sass' },
	{ id: 'sql', label: 'SQL', aliases: 'mysql postgresql postgres sqlite pgsql plsql' },
	{ id: 'swift', label: 'Swift', aliases: '' },
	{ id: 'typescript', label: 'TypeScript', aliases: 'ts tsx mts cts' },
	{ id: 'vim', label: 'Vim script', aliases: 'viml vimscript' },
	{ id: 'x86asm', label: 'Assembly', aliases: 'asm nasm assembly' },
	{ id: 'xml', label: 'HTML', aliases: 'html xhtml svg rss htm vue svelte' },
	{ id: 'yaml', label: 'YAML', aliases: 'yml' },
];

const byName = new Map<string, Language>();
for (const language of LANGUAGES) {
	for (const name of `${language.id} ${language.aliases}`.trim().split(' ')) byName.set(name, language);
}

/** Aliases with a name of their own to show: these are languages that are coloured like another one. */
const OWN_LABELS: ReadonlyMap<string, string> = new Map([
	['toml', 'TOML'],
	['jsx', 'JSX'],
	['tsx', 'TSX'],
	['svg', 'SVG'],
	['xml', 'XML'],
	['vue', 'Vue'],
	['svelte', 'Svelte'],
	['sass', 'Sass'],
	['zsh', 'Zsh'],
	['mdx', 'MDX'],
	['arduino', 'Arduino'],
]);

/** The name of the language in highlight.js; null if the code is not to be coloured. */
export function findLanguage(name: string): string | null {
	return byName.get(name.toLowerCase())?.id ?? null;
}

/** The name that is shown above the code: the proper name of a known language, or else what was written. */
export function languageLabel(name: string): string {
	const key = name.toLowerCase();
	return OWN_LABELS.get(key) ?? byName.get(key)?.label ?? name;
}
