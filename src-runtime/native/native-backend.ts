import type { BootOptions, Runtime, RuntimeBackend } from '../backend/runtime-backend.ts';
import { openSiteFolder } from '../backend/site-folder.ts';
import { nativeScripts, requirePhp } from './native-php.ts';
import { NativeRuntime } from './native-runtime.ts';
import { DATABASE_EXTENSIONS, findPhp } from './php-binary.ts';

/** WordPress on the machine's own PHP with SQLite: several times faster. */
export const nativeBackend: RuntimeBackend = {
	name: 'native',
	async unavailable() {
		const php = await findPhp( DATABASE_EXTENSIONS.sqlite );
		return typeof php === 'string' ? php : undefined;
	},
	async boot( options: BootOptions ): Promise< Runtime > {
		const php = await requirePhp( 'sqlite' );
		const site = await openSiteFolder( options, () => nativeScripts( php.path ) );
		return new NativeRuntime( site, php );
	},
};
