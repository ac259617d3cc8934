import { exposeAPI } from '@php-wasm/universal';
import { PreviewWorker } from './preview-worker.ts';

// The page waits for this word, as Playground's own remote does.
self.postMessage( 'worker-script-started' );
const [ setReady ] = exposeAPI( new PreviewWorker() );
setReady();
