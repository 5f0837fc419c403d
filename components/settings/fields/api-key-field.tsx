import { i18n } from '#i18n';
import { SecretField } from './secret-field.tsx';

interface ApiKeyFieldProps {
	value: string;
	onChange: (value: string) => void;
	name?: string;
	hint?: string;
	error?: string | undefined;
	/** “API key” when left out. */
	label?: string;
	/** Whose value this is, where there may be several such fields. */
	about?: string;
}

/** The field for a key, or for another secret of a server. */
export function ApiKeyField({ label, ...field }: ApiKeyFieldProps) {
	return <SecretField {...field} label={label ?? i18n.t('settings.apiKey')} />;
}
