import { useEffect, useEffectEvent, useState } from 'react';
import { type FieldPlace, fieldOf } from '../../../utils/page/marked-fields.ts';
import { PageError, type PageFailure } from '../../../utils/page/read-page.ts';
import {
	type FieldLook,
	focusedFieldOf,
	lookAtField,
	type Writing,
	type Written,
	writeIntoField,
} from '../../../utils/page/write-field.ts';
import { type PageTab, pageTab } from '../../../utils/platform/tabs.ts';
import { useChatServices } from '../services/chat-services.ts';
import { quotedBefore } from './quoted-before.ts';

/** What a window knows of the field that an answer may be written into. */
export type PageField =
	| { status: 'looking' }
	| { status: 'found'; place: FieldPlace; look: FieldLook }
	/** Nothing was asked of a field, and none has the focus in the page beside. */
	| { status: 'none' }
	| { status: 'failed'; code: PageFailure; tab: PageTab | null };

export interface PageFieldUse {
	field: PageField;
	/** Looks for the field that has the focus in the page beside the window. */
	findFocused: () => void;
	/** Writes, and resolves to what came of it; null where the page does not answer. Where nothing was written, the field is looked at anew. */
	write: (how: Writing['how'], text: string, seen: string) => Promise<Written | null>;
}

const failureOf = (error: unknown, tab: PageTab | null): PageField => {
	if (!(error instanceof PageError)) throw error;
	return { status: 'failed', code: error.code, tab };
};

async function lookAt(place: FieldPlace): Promise<PageField> {
	try {
		return { status: 'found', place, look: await lookAtField(place) };
	} catch (error) {
		const failed = failureOf(error, null);
		// It could be marked once: where the browser refuses now, another page is there.
		return failed.status === 'failed' && failed.code === 'denied' ? { ...failed, code: 'gone' } : failed;
	}
}

async function lookBeside(): Promise<PageField> {
	const tab = await pageTab();
	if (!tab) return { status: 'none' };
	try {
		const place = await focusedFieldOf(tab.id);
		return place ? await lookAt(place) : { status: 'none' };
	} catch (error) {
		return failureOf(error, tab);
	}
}

/** The field that the question before an answer was about, or else the one that has the focus in the page beside. */
export function usePageField(answerId: string): PageFieldUse {
	const { session } = useChatServices();
	const [field, setField] = useState<PageField>({ status: 'looking' });

	async function lookFirst(): Promise<PageField> {
		const place = await fieldOf(quotedBefore(session.getState(), answerId));
		return place ? lookAt(place) : lookBeside();
	}

	const begin = useEffectEvent(lookFirst);
	useEffect(() => {
		void begin().then(setField);
	}, []);

	return {
		field,
		findFocused() {
			setField({ status: 'looking' });
			void lookBeside().then(setField);
		},
		async write(how, text, seen) {
			if (field.status !== 'found') return null;
			const { place } = field;
			try {
				const written = await writeIntoField(place, { how, text, seen });
				if (written !== 'written') setField(await lookAt(place));
				return written;
			} catch (error) {
				setField(failureOf(error, null));
				return null;
			}
		},
	};
}
