/**
 * The words by which servers say that they do not serve where the user is, in English, Chinese, Russian, Spanish,
 * Portuguese, German and French. A place that is not found, or whose name is wrong, is none of them, and
 * neither are the laws of a country.
 */
import { FOUND, words } from './stems.ts';

/** A place and a refusal in one sentence, in either order, with so many characters between them. */
const near = (place: RegExp, refused: RegExp, far: number): RegExp => {
	const between = `[^.。]{0,${far}}?`;
	return new RegExp(
		`(?:${place.source})${between}(?:${refused.source})|(?:${refused.source})${between}(?:${place.source})`,
	);
};

export const REFUSED_PLACE = words(
	// One list for the languages of Europe: many stems are the same in several of them.
	near(
		/(?:\b|_)(?:countr(?:y|ies)|r[eé]gi|territ|location|geogra|pa[ií]s|pays\b|länder|land(?:es)?\b)|стран|регион|территори|местоположени/,
		new RegExp(
			`(?:\\b(?:no(?= (?:est|es |se |son|disp|comp|perm|dam))|not|n[ãa]o|pas|non|nicht)|не) (?!.{0,9}(?:found|${FOUND}|v[áa]lid|gültig|corr|korr))|unsup|unav|indispon|restri[cnt]|blo(?:ck|qu)|sanction|denied|pro[hi]+b|interdit|gesperrt|недоступ|запрещ|ограничен(?!и)|заблокир`,
		),
		40,
	),
	near(
		/地[区區域]|[区區]域|[国國]家?(?![際語语内]|.{0,4}(?:法[律规規]|政策|[规規]定))|所在地/,
		/不(?:受|[对對]|被)?(?:支|可用|提|允|能|[开開]|服)|不[对對](?!的)|未[对對开開対]|[无無]法(?!找)|[制受]限|禁止/,
		20,
	),
);
