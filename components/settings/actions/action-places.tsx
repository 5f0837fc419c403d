import { i18n } from '#i18n';
import { PLACES, type Place } from '../../../utils/settings/actions/actions.ts';
import { CheckboxField } from '../../ui/checkbox-field.tsx';

export const PLACE_NAMES: Record<Place, () => string> = {
	selection: () => i18n.t('actions.place.selection'),
	page: () => i18n.t('actions.place.page'),
	link: () => i18n.t('actions.place.link'),
	image: () => i18n.t('actions.place.image'),
	editable: () => i18n.t('actions.place.editable'),
};

interface ActionPlacesProps {
	places: readonly Place[];
	onChange: (places: Place[]) => void;
}

/** On what the browser's menu offers an action. */
export function ActionPlaces({ places, onChange }: ActionPlacesProps) {
	return (
		<fieldset className="flex flex-col gap-1.5">
			<legend className="mb-1 text-sm font-medium">{i18n.t('actions.places')}</legend>
			<div className="flex flex-wrap gap-x-5 gap-y-1.5">
				{PLACES.map((place) => (
					<CheckboxField
						key={place}
						label={PLACE_NAMES[place]()}
						checked={places.includes(place)}
						onChange={(event) =>
							onChange(PLACES.filter((one) => (one === place ? event.target.checked : places.includes(one))))
						}
					/>
				))}
			</div>
		</fieldset>
	);
}
