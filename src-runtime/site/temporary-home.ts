import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders of a site that goes again. */
export interface TemporaryHome {
	/** Holds all of it: also what the site keeps beside WordPress, where no web server looks. */
	readonly home: string;
	/** WordPress itself; not made yet. */
	readonly directory: string;
	/** The site's own temporary folder. */
	readonly temporaryFolder: string;
}

/** Makes room for a site; whoever removes `home` removes every trace of it. */
export function temporaryHome(): TemporaryHome {
	const home = mkdtempSync( join( tmpdir(), 'wpcb-' ) );
	// MariaDB's own user has to get to its folder inside.
	chmodSync( home, 0o711 );
	const temporaryFolder = join( home, 'tmp' );
	mkdirSync( temporaryFolder );
	return { home, directory: join( home, 'site' ), temporaryFolder };
}
