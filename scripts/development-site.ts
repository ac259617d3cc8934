/** The site that `npm run wp` and `npm run serve` share; it stays in `.wp/site` until it is removed. */
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { BACKEND_CHOICES, chooseBackend, type BackendChoice } from '../src-runtime/backend/choose-backend.ts';
import type { Runtime } from '../src-runtime/backend/runtime-backend.ts';

const DIRECTORY = fileURLToPath( new URL( '../.wp/site', import.meta.url ) );
export const DEVELOPMENT_PORT = 8881;

/** The backend that `WP_CODEBOX_RUNTIME` names, or the default of the command. */
export function chosenBackend( fallback: BackendChoice ): BackendChoice {
	const wanted = process.env.WP_CODEBOX_RUNTIME ?? fallback;
	const choice = BACKEND_CHOICES.find( ( name ) => name === wanted );
	if ( ! choice ) {
		throw new Error( `WP_CODEBOX_RUNTIME is one of ${ BACKEND_CHOICES.join( ', ' ) }; not "${ wanted }".` );
	}
	return choice;
}

/** Boots the development site with this checkout's plugin active. */
export async function bootDevelopmentSite(
	choice: BackendChoice,
	port: number = DEVELOPMENT_PORT
): Promise< Runtime > {
	const backend = await chooseBackend( choice );
	return backend.boot( {
		directory: DIRECTORY,
		pluginFolder: fileURLToPath( new URL( '../plugin', import.meta.url ) ),
		port,
		// WP-CLI reads and writes files where it is called.
		mounts: [ process.cwd(), tmpdir() ],
	} );
}
