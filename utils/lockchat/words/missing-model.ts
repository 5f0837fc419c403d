/**
 * The words by which servers say that they do not have a model, in English, Chinese, Russian, Spanish, Portuguese,
 * German and French. A complaint that a model does not support something is not among them.
 */
import { FOUND, words } from './stems.ts';

/** A noun, which may have a name behind it, and right behind that what is said of it. */
const beside = (noun: string, said: string): RegExp =>
	new RegExp(`${noun}(?:[\\s:]*["'\`「]?[\\w./:@-]+["'\`」]?)?(?:${said})`);

/** A model, in the languages of Europe but English. */
const MODEL = '(?:mod[eè]l[leo]|модел)';
/** The clause must end here. Where it goes on, it says what the model does not support. */
const END = '(?=\\s*(?:$|[。.!！,，;；:(（]))';

export const MISSING_MODEL = words(
	/\bmodels?\b[^.]{0,200}?\b(?:not exist|doesn't exist|not found)|\b(?:unknown|invalid|no such) model\b|\bunsupported model:|\bnot a valid model\b|\bno models? (?:is |are )?(?:currently )?loaded\b|\bdeployment\b[^.]{0,60}does not exist|no available channel|ratio or price not set|\(distributor\)|\bnot found the model\b|not activated the model|\bunavailable model\b|\bmodel\b[^.]{0,80}\b(?:end of life|no longer (?:available|offered|served|hosted))|model identifier is invalid|not resolve the [\w ]*model\b|\bmodel\b.{0,40}(?:bulunamad|niet gevonden|bestaat niet)|(?:nie znaleziono|nie istnieje) model|モデル.{0,20}(?:見つか|存在しま)|모델.{0,20}(?:찾을 수 없|존재하지)|model[_ ]not[_ ]found|not a chat model|only supported in v1|does not (?:support chat|work with the specified model)|no (?:endpoints found|allowed providers|router)|real modelID|not allowed to access model/,
	beside(
		'\\bmodel\\b',
		'[:,]?\\s+(?:is )?(?:not (?:available|supported|deployed|enabled)|unavailable)| (?:has been|is|was) (?:decommissioned|deprecated|retired|discontinued)',
	),
	new RegExp(
		`(?<!(?:von|для) \\S+ )${MODEL}[^.]{0,60} (?:(?:n[ãa]?o|non|pas|nicht|не) (?:\\S+ )?(?:${FOUND}|dispon|verfüg|доступ|(?:(?:s[ou]porta|compat|unterst|поддерж)\\S+|pris\\S* en charge)${END})|(?:n['’])?exist\\S+ (?:nicht|pas)|(?:indispon|introuv|desc?on|unbek|inv[áa]l|inconn|недоступ)\\S+)`,
	),
	new RegExp(`(?:не найд|unbek|неизв|недопуст|нет (?:так|доступн))\\S*(?: \\S+)? (?:${MODEL}|канал)`),
	/模型.{0,40}(?:不存在|未(?:找到|[开開]通|部署|配置|上)|不可用|已(?:下|停用))|(?:不支[持援][的该該]?|未知)模型|(?:找不到|不存在).{0,20}模型|[无無没沒]有?可用的?(?:模型|渠道|管道)|可用渠道[不失]/,
	beside('模型', `.{0,9}不支[持援]${END}`),
);
