import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { MariadbServer } from '../mariadb/mariadb-server.ts';
import { createSite, MARIADB_FOLDER, type SiteOptions } from '../site/create-site.ts';
import { nativeScripts, requirePhp } from './native-php.ts';

/** A WordPress on the machine's own PHP. */
export class NativeSite {
	public readonly directory: string;
	/** The PHP that runs it. */
	public readonly php: string;
	private readonly server: MariadbServer | undefined;

	private constructor( directory: string, php: string, server: MariadbServer | undefined ) {
		this.directory = directory;
		this.php = php;
		this.server = server;
	}

	/** Makes a site in `directory`, which must not exist or be empty. */
	public static async create( directory: string, options: SiteOptions ): Promise< NativeSite > {
		const php = await requirePhp( options.database );
		const { server } = await createSite( directory, options, nativeScripts( php.path ) );
		return new NativeSite( directory, php.path, server );
	}

	/** Starts the database of a MariaDB site that was made before. */
	public static async reopen( directory: string ): Promise< NativeSite > {
		const php = await requirePhp( 'mariadb' );
		return new NativeSite( directory, php.path, await MariadbServer.start( join( directory, MARIADB_FOLDER ) ) );
	}

	/** Ends what runs for the site; its files stay. */
	public async stop(): Promise< void > {
		await this.server?.stop();
	}

	/** Ends what runs for the site and removes its files. */
	public async destroy(): Promise< void > {
		await this.stop();
		rmSync( this.directory, { recursive: true, force: true } );
	}
}
