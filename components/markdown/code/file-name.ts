/** The endings of the files that hold code, by the names that models write. What is missing is its own ending, if it can be one. */
const ENDINGS: Readonly<Record<string, string>> = {
	bash: 'sh',
	shell: 'sh',
	zsh: 'sh',
	console: 'sh',
	javascript: 'js',
	typescript: 'ts',
	python: 'py',
	ruby: 'rb',
	rust: 'rs',
	csharp: 'cs',
	'c#': 'cs',
	'c++': 'cpp',
	cxx: 'cpp',
	kotlin: 'kt',
	haskell: 'hs',
	markdown: 'md',
	yaml: 'yml',
	golang: 'go',
	perl: 'pl',
	powershell: 'ps1',
	objectivec: 'm',
	elixir: 'ex',
	erlang: 'erl',
	clojure: 'clj',
	fsharp: 'fs',
	'f#': 'fs',
	julia: 'jl',
	latex: 'tex',
	plaintext: 'txt',
	text: 'txt',
	makefile: 'mk',
	docker: 'dockerfile',
	graphql: 'graphql',
};

/** A name for a file with code of this language, as its block names it: “code.py”. The language comes from a model. */
export function codeFileName(language: string): string {
	const name = language.toLowerCase();
	const ending = Object.hasOwn(ENDINGS, name) ? ENDINGS[name] : name;
	return `code.${ending !== undefined && /^[a-z][a-z0-9]{0,10}$/.test(ending) ? ending : 'txt'}`;
}
