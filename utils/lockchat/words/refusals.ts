/**
 * The words by which servers refuse what was asked for, by language: English, Chinese, Russian, German, French, Spanish and
 * Portuguese. Only complaints are matched against them, never the words of an answer.
 */
import { words } from './stems.ts';

/** Something that was asked for is refused, whatever it is. */
export const REFUSAL = words(
	/not (?:be )?(?:support|permit|allow|accept|valid|recogni[sz]ed|available|both)|n't (?:support|allow|accept)|un(?:supported|recogni[sz]ed|known|expected)|invalid|extra|deprecated|only\b|must (?:be|alternate)|cannot|incompatible/,
	/不(?:受)?支持|不可用|未开放/,
	/не поддержив|недопустим|недоступ|запрещ/,
	/nicht (?:unterstützt|erlaubt)/,
	/pas prise? en charge|ne sont pas/,
	/no (?:es|está|son) (?:compatible|permitid|admitid|soportad)|non? (?:soportad|supportat|pris)|não (?:é|são) /,
);

/** An answer is not streamed. */
export const NO_STREAM = words(
	/^stream: |\bverified (?:to (?:use )?|for )stream|(?:not|n't|cannot|only|disable|off|unsupported) (?:[\w:]+ ){0,2}[`'"]?(?:non-?)?stream(?:ing|ed)?\b(?! ?options)|(?:\b|Response)(?:stream(?:ing|ed)?\b(?! ?options)|SSE|server-sent events)[`'"]?(?:[ =:]+\w+){0,3}? (?:not|cannot|off|disabled|forbidden|unavailable|unsupported|[`'"]?false)\b|\bstream\w*[ \w]{0,9}n't/,
	/ストリーミング.{0,16}(?:ません|非対応)|스트리밍.{0,12}(?:지원|사용).{0,6}(?:않|없)/,
	/不支持.{0,4}流式|流式.{0,8}(?:不支持|不可用|禁用|未|关闭)/,
	/(?:поток|стрим)\S*.{0,30}(?:не ?(?:поддержив|доступ|разреш)|отключ)|не поддерживает.{0,12}(?:потоков|стрим)/,
	/streaming (?:wird|ist) .{0,40}nicht|streaming nicht/,
	/(?:diffusion|flux) en continu.{0,20}pas|streaming n['’]est/,
	/(?:transmisi[oó]n|streaming).{0,20}no\b|(?:transmissão|streaming).{0,12}não/,
);

/** The roles are those of user and assistant, or the system prompt stands where it may not. */
export const NO_SYSTEM = words(
	/\b(?:got|received|found|value):? [`'"]?system\b|\bno system (?:role|message|prompt|instruction)|\bsystem[`'"]?(?:[ _-]\w+){0,3}? (?:cannot|can't|not|isn't|aren't|disabled|forbidden|un(?:available|supported))\b|(?:must be|should be|expected|allowed|permitted|are|only|of|either):? (?:one of:? )?[[(]?[`'"]?user[`'"]?(?:,| and| or|\/|\|) ?(?:and |or )?[`'"]?(?:assistant|model)|(?:start|begin)s? with (?:an? |the )?(?:role )?[`'"]?user|first (?:message|role|turn)\b.{0,30}\buser|(?:not|n't) (?:support|allow|accept)\w* (?:\w+ |[`'"]){0,3}system\b|(?:unsupported|unknown|unexpected|invalid) (?:\w+ )?role:? [`'"]?system|developer instruction is not enabled|only (?:\w+ ){0,2}user(?:,| and) (?:\w+ )?assistant|\bha[sv]e? (?:an? )?system (?:role|message)|odd index\b.{0,40}\buser|alternat\w* between (?:the )?[`'"]?user|roles must alternate|system message must be/,
	/システム(?:ロール|プロンプト|メッセージ).{0,16}(?:ません|非対応)|시스템 (?:역할|메시지|프롬프트).{0,16}(?:않|없)/,
	/[只仅]支持\s*user\s*(?:和|与|及|、|,)\s*assistant|(?:第一|首)条.{0,12}user|不(?:受)?支持.{0,8}(?:system|系统)|(?:system|系统).{0,12}不(?:受)?支持/,
	/роль \W?system|системн\S* (?:рол|сообщени|промпт|инструкц)/,
	/system-?(?:rolle|nachricht|prompt|anweisung)|rolle \W?system/,
	/(?:r[oô]le|rol|papel|messages?|mensajes?|mensage\S+|prompts?|instructions?) (?:de |del |do )?(?:\W ?)?s[iy]st[eèé]ma?/,
);

/** The last message is the assistant's, and the server does not go on from it. */
export const NO_PREFILL = words(
	/pre-?fill|\bprefix\b|(?:final|trailing|partial|continu\w+(?: from)?(?: an?| the)?) assistant|\buser\b.{0,20}\b(?:at the end|last)\b|\bassistant\b.{0,20}\bin the (?:last|final)\b|(?:last|final)(?: \w+)? (?:message|role|turn|item|entry)|(?:end|finish|conclud)\w*(?: up)? (?:with|in|on|by) (?:an? |the )?(?:role )?[`'"]?(?:user|assistant)|assistant(?: [\w']+){1,3} be (?:the )?(?:last|final)|assistant messages? at the end|messages\[-1\]|start with (?:an? )?[`'"]?(?:redacted_)?thinking|continue_final_message|add_generation_prompt|roles must alternate/,
	/最后一?(?:条|个|则)|末尾|以.{0,20}(?:结尾|结束)/,
	/последн\S* (?:\S+ ){0,3}(?:сообщени|роль|реплик)|(?:заверш|заканчив|законч)\S* (?:\S+ ){0,3}пользовател/,
	/letzte nachricht|\benden\b/,
	/dernier message|se terminer|[uú]ltim[oa] mens|\b(?:terminar|acabar) (?:con|com|por)/,
);

/** A field in which the reasoning of earlier answers travels. */
export const REASONING_FIELD =
	/\b(?:reasoning_?content|reasoning_details|reasoning_text|thinking_blocks|thinking_content|reasoning|thinking)\b/i;
export const IS_PASSED_BACK = /(?:pass(?:ed)?|sen[dt]|echo(?:ed)?|resen[dt]) (?:it )?back|回传/i;
/** Something is missing that the server needs. */
export const IS_DEMANDED = words(
	IS_PASSED_BACK,
	/missing|required|must (?:be|have|contain|include|provide|carry)|mandatory|omitted|\becho|(?:needs?|expected?) |should be (?:included|provided|present)|please (?:include|provide|send|add|return)|\b(?:lacks?|without|absent|empty|no) |not (?:found|provided|present|included|be (?:empty|null))/,
	/必须|必填|缺|不能为空|为空/,
	/обязател|должн|перед(?:ать|айте)|отсутств|не (?:передан|указан|найден)/,
	/\bmuss\b|fehlt/,
	/renvoyer|doit|manquant|\bdebe|falta/,
);
