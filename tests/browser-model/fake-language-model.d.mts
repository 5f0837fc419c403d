import type { Availability, LanguageModel } from '../../utils/providers/language-model.ts';

type Logged = { created: Record<string, unknown> } | { asked: unknown } | { destroyed: true };

export function createFakeLanguageModel(options?: {
	availability?: Availability;
	languages?: string[];
	contextWindow?: number;
	isActive?: () => boolean;
	hasDownloaded?: () => Promise<boolean>;
	onDownloaded?: () => void;
	stepMs?: number;
	onShare?: (loaded: number) => Promise<void>;
	log?: Logged[];
}): LanguageModel;
