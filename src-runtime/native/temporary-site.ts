import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanupOnSignal } from '../process/cleanup-on-signal.ts';
import type { SiteOptions } from '../site/create-site.ts';
import { NativeSite } from './native-site.ts';

/** Makes a site in a temporary folder, lends it to `work`, and removes it however `work` ends, also on Ctrl-C. */
export async function withTemporarySite< T >(
	options: SiteOptions,
	work: ( site: NativeSite ) => Promise< T >
): Promise< T > {
	let site: NativeSite | undefined;
	const directory = mkdtempSync( join( tmpdir(), 'wpcb-' ) );
	// MariaDB's own user has to get to its folder inside.
	chmodSync( directory, 0o711 );
	const remove = async () => {
		await site?.stop();
		rmSync( directory, { recursive: true, force: true, maxRetries: 3 } );
	};
	// eslint-disable-next-line @wordpress/no-unused-vars-before-return -- The finally block uses it.
	const forget = cleanupOnSignal( remove );
	try {
		site = await NativeSite.create( directory, options );
		return await work( site );
	} finally {
		await remove();
		forget();
	}
}
