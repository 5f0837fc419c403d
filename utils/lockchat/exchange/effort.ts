import { OLLAMA_PORT } from '../address/endpoint-url.ts';
import { hostKind } from '../address/host-kind.ts';
import { parseAddress } from '../address/parse-address.ts';
import type { Effort } from '../types.ts';

type Fields = Readonly<Record<string, unknown>>;

const isOn = (effort: Effort) => effort !== 'off';
const levelOr = (off: string) => (effort: Effort) => ({ reasoning_effort: isOn(effort) ? effort : off });

/** The ways ("dialects") in which servers are told how much effort a model should make: what is sent for an effort. */
const DIALECTS: Readonly<Record<string, (effort: Effort) => Fields>> = {
	/** OpenAI, Groq, xAI, Google and Ollama. Some of their models cannot be told to stop reasoning. */
	effort: levelOr('none'),
	'effort-minimal': levelOr('minimal'),
	'effort-low': levelOr('low'),
	/** @see https://openrouter.ai/docs/use-cases/reasoning-tokens */
	openrouter: (effort) => ({ reasoning: isOn(effort) ? { effort } : { enabled: false } }),
	/**
	 * vLLM, SGLang and llama.cpp take arguments of the model's chat template, and the templates use two names for
	 * this one.
	 */
	template: (effort) => ({
		chat_template_kwargs: {
			enable_thinking: isOn(effort),
			thinking: isOn(effort),
			...(isOn(effort) && { reasoning_effort: effort }),
		},
	}),
	/** Alibaba's own servers, and SiliconFlow's. */
	qwen: (effort) => ({ enable_thinking: isOn(effort) }),
	/** DeepSeek, Z.ai, Moonshot, Volcengine. */
	thinking: (effort) => ({ thinking: { type: isOn(effort) ? 'enabled' : 'disabled' } }),
};

const IN_ORDER = ['effort', 'effort-minimal', 'effort-low', 'thinking', 'qwen', 'template', 'openrouter'];
/** A server that is known to have a dialect of its own is asked in that one first. */
const FIRST: readonly (readonly [hosts: RegExp, dialect: string])[] = [
	[/(?:^|\.)openrouter\.ai$/, 'openrouter'],
	[/(?:^|\.)(?:aliyuncs\.com|siliconflow\.(?:cn|com))$/, 'qwen'],
	[/(?:^|\.)(?:deepseek\.com|z\.ai|bigmodel\.cn|moonshot\.(?:cn|ai)|volces\.com)$/, 'thinking'],
];

/** The dialects to try with a server, the likeliest first. */
function dialectsOf(address: string): string[] {
	const parsed = parseAddress(address);
	if (!parsed.ok) return IN_ORDER;
	const { url } = parsed;
	const isNear = hostKind(url.hostname) !== 'public' && url.port !== OLLAMA_PORT;
	const first = isNear ? 'template' : FIRST.find(([hosts]) => hosts.test(url.hostname))?.[1];
	return first === undefined ? IN_ORDER : [first, ...IN_ORDER.filter((dialect) => dialect !== first)];
}

/** The fields that ask for this effort: in the dialect that the server is known to take, else in the likeliest. */
export function effortFields(address: string, effort: Effort, known = dialectsOf(address)[0] ?? ''): Fields {
	return (Object.hasOwn(DIALECTS, known) && DIALECTS[known]?.(effort)) || {};
}

/**
 * The dialect to try after one that was refused. Dialects that would send the same fields are passed over; `none`
 * comes after the last.
 */
export function nextDialect(address: string, effort: Effort, refused?: string): string {
	const dialects = dialectsOf(address);
	const place = refused === undefined ? 0 : dialects.indexOf(refused);
	const left = place === -1 ? [] : dialects.slice(place + 1);
	const sent = JSON.stringify(effortFields(address, effort, refused));
	return left.find((dialect) => JSON.stringify(effortFields(address, effort, dialect)) !== sent) ?? 'none';
}

const FIELDS = ['reasoning_effort', 'chat_template_kwargs', 'enable_thinking', 'reasoning', 'thinking'];
/** By whatever field effort was asked for: Ollama speaks of thinking, and others of reasoning, where `reasoning_effort` was sent. */
const EFFORT =
	/effort|chat_?template_?kwargs|enable_thinking|\b(?:reasoning|think(?:ing)?)\b|思考|推理(?:强度|模式|参数)|рассужд/i;

/** Where a complaint names the effort that was asked for; -1 where it does not. */
export function placeOfEffort(body: Fields, detail: string): number {
	return FIELDS.some((name) => name in body) ? detail.search(EFFORT) : -1;
}
