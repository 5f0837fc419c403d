/** Where programs usually listen besides Ollama; here they are led to a port on which nobody does. */
const PORTS = [1234, 8080, 3000, 8000, 1337, 5001, 4000, 8976];

/** The argument with which Chromium finds what listens on `port` at Ollama's usual one, and nothing else on this computer. */
export function onlyOllama(port: number | string): string {
	const rules = [
		`MAP 127.0.0.1:11434 127.0.0.1:${port}`,
		...PORTS.map((usual) => `MAP 127.0.0.1:${usual} 127.0.0.1:1`),
	];
	return `--host-resolver-rules=${rules.join(',')}`;
}
