import { MicrophonePage } from '../../components/settings/microphone-page.tsx';
import { mountPage } from '../../components/ui/mount-page.tsx';

mountPage(<MicrophonePage />);
