import { rmSync } from 'node:fs';
import { cleanupOnSignal } from '../process/cleanup-on-signal.ts';
import type { SiteOptions } from '../site/create-site.ts';
import { temporaryHome } from '../site/temporary-home.ts';
import { NativeSite } from './native-site.ts';

/** Makes a site in a temporary folder, lends it to `work`, and removes it however `work` ends, also on Ctrl-C. */
export async function withTemporarySite< T >(
	options: SiteOptions,
	work: ( site: NativeSite ) => Promise< T >
): Promise< T > {
	let site: NativeSite | undefined;
	const { home, directory, temporaryFolder } = temporaryHome();
	const remove = async () => {
		await site?.stop();
		rmSync( home, { recursive: true, force: true, maxRetries: 3 } );
	};
	// eslint-disable-next-line @wordpress/no-unused-vars-before-return -- The finally block uses it.
	const forget = cleanupOnSignal( remove );
	try {
		site = await NativeSite.create( directory, { ...options, temporaryFolder } );
		return await work( site );
	} finally {
		await remove();
		forget();
	}
}
