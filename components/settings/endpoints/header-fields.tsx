import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { i18n } from '#i18n';
import {
	type HeaderInput,
	headerNameProblem,
	headerValueProblem,
} from '../../../utils/settings/input/header-input.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editEndpoint } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { EndpointRow } from '../draft/settings-draft.ts';
import { ApiKeyField } from '../fields/api-key-field.tsx';
import { problemText } from '../fields/problem-text.ts';

/** Focuses a new row: it was made by a click on a button below it, and the user goes on in it. */
function focus(input: HTMLInputElement | null): void {
	input?.focus();
}

/** The server's own headers, one in each row. Their values are shown as dots, as the key is. */
export function HeaderFields({ row }: { row: EndpointRow }) {
	const { store } = useSettings();
	const { headers = [] } = row.input;
	const [addedId, setAddedId] = useState<string | null>(null);
	const addButton = useRef<HTMLButtonElement>(null);
	const change = (next: readonly HeaderInput[]) => editEndpoint(store, row.id, { headers: next });

	function add(): void {
		const id = crypto.randomUUID();
		setAddedId(id);
		change([...headers, { id, name: '', value: '' }]);
	}

	function edit(id: string, part: Partial<HeaderInput>): void {
		change(headers.map((header) => (header.id === id ? { ...header, ...part } : header)));
	}

	/** Removes a row, and moves the focus: the button that had it goes with its row. */
	function remove(id: string): void {
		change(headers.filter((header) => header.id !== id));
		addButton.current?.focus();
	}

	return (
		<fieldset className="flex min-w-0 flex-col gap-2">
			<legend className="mb-1 text-sm font-medium">{i18n.t('settings.headers.title')}</legend>
			<p className="text-sm text-muted">{i18n.t('settings.headers.hint')}</p>
			{headers.map((header) => {
				const isMarked = row.problems.headers !== undefined;
				const nameProblem = isMarked ? headerNameProblem(header, headers) : undefined;
				const valueProblem = isMarked ? headerValueProblem(header, row.stored?.headers) : undefined;
				return (
					<div
						key={header.id}
						className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[1fr_2fr_auto]"
					>
						<TextField
							ref={header.id === addedId ? focus : undefined}
							label={i18n.t('settings.headers.name')}
							error={problemText(nameProblem)}
							value={header.name}
							autoComplete="off"
							autoCapitalize="off"
							spellCheck={false}
							placeholder="X-Api-Key"
							onChange={(event) => edit(header.id, { name: event.target.value })}
						/>
						<div className="col-span-2 row-start-2 min-w-0 sm:col-span-1 sm:col-start-2 sm:row-start-1">
							<ApiKeyField
								label={i18n.t('settings.headers.value')}
								about={header.name}
								error={problemText(valueProblem)}
								value={header.value}
								onChange={(value) => edit(header.id, { value })}
							/>
						</div>
						<IconButton
							icon={X}
							label={i18n.t('settings.headers.remove', { name: header.name })}
							className="col-start-2 row-start-1 mt-6.5 sm:col-start-3"
							onClick={() => remove(header.id)}
						/>
					</div>
				);
			})}
			<Button ref={addButton} size="sm" className="self-start" onClick={add}>
				<Plus size={14} aria-hidden="true" />
				{i18n.t('settings.headers.add')}
			</Button>
		</fieldset>
	);
}
