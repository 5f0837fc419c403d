import { lazy, useEffect, useState } from 'react';
import { Late } from '../../ui/late.tsx';
import { ChatSettingsButton } from './chat-settings-button.tsx';
import { ModelPicker } from './model-picker.tsx';

const EffortPicker = lazy(async () => ({ default: (await import('./effort-picker.tsx')).EffortPicker }));

/** Who answers the next question, and how: the model, how much it reasons, and the settings of the chat. */
export function Answerer() {
	// What the first paint does not need comes after it.
	const [isDrawn, setIsDrawn] = useState(false);
	useEffect(() => setIsDrawn(true), []);

	return (
		<div className="flex min-w-0 flex-1 items-center">
			<ModelPicker />
			<Late>{isDrawn && <EffortPicker />}</Late>
			<ChatSettingsButton />
		</div>
	);
}
